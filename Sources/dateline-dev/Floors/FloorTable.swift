import Foundation

/// The figures below which the engine must not slide, for the corpora they were measured on: the lines of `Tests/floors.txt`.
struct FloorTable: Equatable {
    /// A corpus that has floors.
    struct Corpus: Equatable, Sendable {
        /// Its file's or folder's name without endings.
        var name: String
        /// What it measures.
        var task: EvaluateCommand.Task
        /// Its place under the folder of the corpora.
        var path: String
        /// The sample that the tests take: every so many documents, the first included.
        var every: Int
        /// SHA-256 of its gold: floors hold for the same pages only.
        var digest: String
    }

    /// A figure's floors; a ceiling where lower is better.
    struct Floor: Equatable, Sendable {
        var corpus: String
        /// The figure's path, `direct.ge80.R`.
        var figure: String
        /// Over all documents, nil where it was not measured.
        var whole: Double?
        /// Over the sample.
        var sample: Double?
    }

    private(set) var corpora: [Corpus] = []
    private(set) var floors: [Floor] = []
    /// The comment at the head of the file.
    private var head: [String] = []

    /// What is wrong with the file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case unreadable(path: String)
        case malformed(line: Int)

        var description: String {
            switch self {
            case .unreadable(let path): "\(path) cannot be read"
            case .malformed(let line): "line \(line) of the floors is neither a corpus nor a floor"
            }
        }
    }

    /// Reads the file at a path.
    init(path: String) throws(Fault) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unreadable(path: path) }
        try self.init(text)
    }

    /// Reads a table: `#` opens a comment; `corpus`, name, task, path, every, digest; `floor`, corpus, figure, over all,
    /// over the sample; tabs between, `-` for none.
    init(_ text: String) throws(Fault) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if line.hasPrefix("#") {
                head.append(String(line))
            } else if let corpus = Corpus(cells) {
                corpora.append(corpus)
            } else if let floor = Floor(cells), corpora.contains(where: { $0.name == floor.corpus }) {
                floors.append(floor)
            } else if !line.isEmpty {
                throw .malformed(line: number + 1)
            }
        }
    }

    /// The table as it stands in its file, each corpus followed by its floors.
    var text: String {
        let rows = corpora.flatMap { corpus in
            [
                "",
                "corpus\t\(corpus.name)\t\(corpus.task.rawValue)\t\(corpus.path)\t\(corpus.every)\t\(corpus.digest)",
            ]
                + floors.filter { $0.corpus == corpus.name }.map { floor in
                    "floor\t\(floor.corpus)\t\(floor.figure)\t\(Self.cell(floor.whole))\t\(Self.cell(floor.sample))"
                }
        }
        return (head + rows).joined(separator: "\n") + "\n"
    }

    /// The corpus that some data is, by its name; nil where it has no floors.
    func corpus(of data: URL) -> Corpus? {
        let name = data.lastPathComponent.split(separator: ".jsonl").first.map(String.init) ?? data.lastPathComponent
        return corpora.first { $0.name == name }
    }

    /// Sets a corpus's digest.
    mutating func set(digest: String, of name: String) {
        for index in corpora.indices where corpora[index].name == name { corpora[index].digest = digest }
    }

    /// Sets a floor, adding it where it is new.
    mutating func set(_ value: Double, of figure: String, in corpus: String, isSample: Bool) {
        var index = floors.firstIndex { $0.corpus == corpus && $0.figure == figure }
        if index == nil {
            floors.append(Floor(corpus: corpus, figure: figure))
            index = floors.count - 1
        }
        guard let index else { return }
        if isSample { floors[index].sample = value } else { floors[index].whole = value }
    }

    private static func cell(_ value: Double?) -> String { value.map { $0.description } ?? "-" }
}

extension FloorTable.Corpus {
    fileprivate init?(_ cells: [String]) {
        guard cells.count == 6, cells[0] == "corpus", let task = EvaluateCommand.Task(rawValue: cells[2]),
            let every = Int(cells[4]), every >= 1
        else { return nil }
        self.init(name: cells[1], task: task, path: cells[3], every: every, digest: cells[5])
    }
}

extension FloorTable.Floor {
    fileprivate init?(_ cells: [String]) {
        guard cells.count == 5, cells[0] == "floor" else { return nil }
        let values = cells[3...].map { ($0, Double($0)) }
        guard values.allSatisfy({ $0.0 == "-" || $0.1?.isFinite == true }) else { return nil }
        self.init(corpus: cells[1], figure: cells[2], whole: values[0].1, sample: values[1].1)
    }
}
