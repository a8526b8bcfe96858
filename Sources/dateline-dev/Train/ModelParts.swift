import ArgumentParser
import Extraction
import Foundation

/// Models for a cross-validation over sites: to each part of the sites one that has learned from the other parts alone. A
/// folder of them holds a folder for each part, `0` to `4`, with the two tables of words and the forest.
struct ModelParts {
    private let models: [PassageModel]

    /// Reads the models of a folder.
    init(in folder: String) throws {
        models = try (0..<WordTables.folds).map { part in
            let place = Self.place(of: part, in: folder)
            func text(_ name: String) throws -> String {
                let file = place.appendingPathComponent("\(name).txt")
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    throw ValidationError("\(file.path) cannot be read; dateline-dev train passages --parts makes it.")
                }
                return text
            }
            return try PassageModel(
                containers: text("container-words"), tokens: text("passage-words"), forest: text("forest"))
        }
    }

    /// The model that has not seen the site of a page; one without an address is known by its id.
    func model(unseenBy address: String?, id: String) -> PassageModel {
        models[WordTables.fold(of: LabelledPage.site(of: address) ?? id)]
    }

    /// The folder of a part.
    static func place(of part: Int, in folder: String) -> URL {
        URL(fileURLWithPath: folder).appendingPathComponent(String(part))
    }
}
