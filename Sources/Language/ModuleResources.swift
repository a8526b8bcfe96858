import Foundation

extension ResourceFolder {
    /// This module's resources.
    static let module = ResourceFolder(module: "Language") { Bundle.module.bundlePath }
}
