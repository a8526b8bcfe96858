import Foundation
import Markup
import Pipeline

/// Weighs the stages: what each needs at its peak beyond what the process held before. Every figure is taken in a process
/// of its own, because memory that one stage has freed would hide what the next one takes.
struct MemoryBench {
    /// How far an input is taken. Each stage holds the ones before it.
    enum Stage: String, CaseIterable {
        case bare = "bare parse"
        case reading
        case pageToText = "page to text"
        case record
    }

    /// What one stage needed.
    struct Weight: Codable, Equatable {
        /// The input, in bytes.
        var input: Int
        /// Resident before the stage, the input and the warm tables included, in bytes.
        var before: Int
        /// Resident at most while it ran, in bytes.
        var peak: Int
        /// Its processor time in seconds.
        var seconds: Double
    }

    /// Runs a stage over documents one after the other, as a worker does, in this process.
    static func weight(of documents: [Document], through stage: Stage) -> Weight? {
        Pipeline.warmUp()
        guard PeakMemory.forget() else { return nil }
        let before = PeakMemory.resident
        var seconds = 0.0
        for document in documents { ProcessorClock.measure(&seconds) { run(document, through: stage) } }
        return Weight(
            input: documents.map(\.bytes.count).max() ?? 0, before: before, peak: PeakMemory.peak, seconds: seconds)
    }

    private static func run(_ document: Document, through stage: Stage) {
        switch stage {
        case .bare: precondition(BareParse.nodeCount(of: document.bytes) >= 0)
        case .reading: _ = document.page
        case .pageToText: if let page = document.page { _ = document.article(in: page) }
        case .record: precondition((try? Pipeline.record(of: document))?.json().isEmpty != true)
        }
    }

    /// The same in a child process, named by what it is to weigh; nil where that failed.
    static func weightInChild(_ stage: Stage, of input: WeighedInput) -> Weight? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe")
        process.arguments = ["weigh", stage.rawValue] + input.arguments
        let output = Pipe()
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? try? JSONDecoder().decode(Weight.self, from: data) : nil
    }

    /// A table of all stages over some inputs: megabytes at the peak beyond those before, and CPU seconds.
    static func table(of inputs: [WeighedInput]) -> [String] {
        let columns = Stage.allCases.map(\.rawValue)
        let head = row("peak memory, MB (CPU seconds)", ["input", "before"] + columns)
        return [head]
            + inputs.map { input in
                let weights = Stage.allCases.map { weightInChild($0, of: input) }
                let first = weights.compactMap(\.self).first
                return row(
                    input.name,
                    [first.map { megabytes($0.input) } ?? "-", first.map { megabytes($0.before) } ?? "-"]
                        + weights.map { $0.map(cell) ?? "-" })
            }
    }

    private static func cell(_ weight: Weight) -> String {
        "\(megabytes(weight.peak - weight.before)) (\(Figure.rounded(weight.seconds, decimals: 2).printed))"
    }

    private static func megabytes(_ bytes: Int) -> String { Figure.rounded(Double(bytes) / 1e6, decimals: 1).printed }

    private static func row(_ name: String, _ cells: [String]) -> String {
        let widths = [9, 9, 16, 16, 16, 16]
        return name.padding(toLength: max(30, name.count), withPad: " ", startingAt: 0)
            + zip(cells, widths).map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }.joined()
    }
}

/// What a child process is asked to weigh.
enum WeighedInput {
    /// A page of a set.
    case page(GoldPage, folder: URL)
    /// All pages of a set, one after the other.
    case all(folder: URL, limit: Int?)
    /// A large input that is made up.
    case large(LargeInput)

    /// Its name in the table.
    var name: String {
        switch self {
        case .page: "the largest page"
        case .all: "all pages in turn"
        case .large(let input): input.rawValue
        }
    }

    /// How the child is told of it.
    var arguments: [String] {
        switch self {
        case .page(let page, let folder): ["--pages", folder.path, "--id", page.id]
        case .all(let folder, let limit): ["--pages", folder.path] + (limit.map { ["--limit", String($0)] } ?? [])
        case .large(let input): ["--large", input.rawValue]
        }
    }
}
