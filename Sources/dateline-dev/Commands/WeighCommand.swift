import ArgumentParser
import Foundation
import Pipeline
import Records

/// `dateline-dev weigh`: the child of `bench --memory`, which weighs one stage over one input and prints the weight as JSON.
struct WeighCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh", abstract: "Weigh one stage over one input.", shouldDisplay: false)

    @Argument(help: "The stage.")
    var stage: MemoryBench.Stage

    @Option(help: "A folder with gold.jsonl and pages/ID.html.gz.")
    var pages: String?

    @Option(help: "One page of it.")
    var id: String?

    @Option(help: "Read only so many pages.")
    var limit: Int?

    @Option(help: "A large input that is made up.")
    var large: LargeInput?

    func run() throws {
        guard let weight = MemoryBench.weight(of: try documents(), through: stage) else {
            throw ValidationError("The kernel does not let a process set back its peak of memory.")
        }
        print(String(decoding: try JSONEncoder().encode(weight), as: UTF8.self))
    }

    private func documents() throws -> [Document] {
        if let large { return [Document(bytes: large.bytes, name: large.name)] }
        guard let pages else { throw ValidationError("Say what to weigh: --pages or --large.") }
        let folder = URL(fileURLWithPath: pages)
        return try GoldFile.lines(GoldPage.self, in: folder.appendingPathComponent("gold.jsonl"), limit: limit)
            .filter { id == nil || $0.id == id }
            .map { try $0.document(in: folder) }
    }
}

extension MemoryBench.Stage: ExpressibleByArgument {}

extension LargeInput: ExpressibleByArgument {}
