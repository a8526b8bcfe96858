import Foundation
import Language

extension ResourceFolder {
    /// This module's resources.
    static let module = ResourceFolder(module: "Extraction") { Bundle.module.bundlePath }
}
