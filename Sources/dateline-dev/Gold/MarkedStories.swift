import Foundation

/// Reports of several days, sorted by hand into stories. The form is told in `docs/evaluation.md`.
struct MarkedStories: Equatable {
    /// One report.
    struct Report: Equatable {
        /// What it is to the reports before it.
        enum Standing: String {
            case copy, correction
        }

        var story: String
        var day: String
        var site: String
        var standing: Standing?
        var headline = ""
        var text = ""
    }

    /// How a story must stand to the days before, on one day.
    struct Expectation: Equatable {
        /// A figure that changed.
        struct Change: Hashable {
            var category: String
            var before: Double
            var after: Double
        }

        var story: String
        var day: String
        var status: String
        var change: Change?
    }

    /// What was wrong with a file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case malformed(line: Int, String)

        var description: String {
            switch self {
            case .malformed(let line, let what): "line \(line) of the marked stories: \(what)"
            }
        }
    }

    /// The reports, in the file's order.
    private(set) var reports: [Report] = []
    /// What is expected, in the file's order.
    private(set) var expectations: [Expectation] = []

    /// The days there are reports of, in order.
    var days: [String] { Set(reports.map(\.day)).sorted() }

    /// Reads a file. Linear in it.
    init(_ file: String) throws(Fault) {
        var story: String?
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("= ") {
                story = String(line.dropFirst(2))
            } else if line.hasPrefix("! ") || line.hasPrefix("@ ") {
                guard let story else { throw .malformed(line: index + 1, "stands before the first \"= story\"") }
                if line.hasPrefix("!") {
                    expectations.append(try Self.expectation(line.dropFirst(2), of: story, line: index + 1))
                } else {
                    reports.append(try Self.report(line.dropFirst(2), of: story, line: index + 1))
                }
            } else if reports.last?.story == story, let last = reports.indices.last {
                add(line, to: last)
            } else if !line.isEmpty {
                throw .malformed(line: index + 1, "belongs to no report")
            }
        }
        for index in reports.indices { reports[index].text = Self.trimmed(reports[index].text) }
    }

    private mutating func add(_ line: Substring, to report: Int) {
        if reports[report].headline.isEmpty {
            reports[report].headline = String(line)
        } else {
            reports[report].text += line + "\n"
        }
    }

    private static func expectation(
        _ line: Substring, of story: String, line number: Int
    ) throws(Fault) -> Expectation {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 2 || words.count == 5 else {
            throw .malformed(line: number, "not \"! day status [category before after]\"")
        }
        var expectation = Expectation(story: story, day: words[0], status: words[1])
        if words.count == 5 {
            guard let before = Double(words[3]), let after = Double(words[4]) else {
                throw .malformed(line: number, "the figures are no numbers")
            }
            expectation.change = Expectation.Change(category: words[2], before: before, after: after)
        }
        return expectation
    }

    private static func report(_ line: Substring, of story: String, line number: Int) throws(Fault) -> Report {
        let fields = line.split(separator: "|").map { trimmed(String($0)) }
        guard fields.count >= 2 else { throw .malformed(line: number, "not \"@ day | site [| copy | correction]\"") }
        let standing = fields.count > 2 ? Report.Standing(rawValue: fields[2]) : nil
        if fields.count > 2, standing == nil { throw .malformed(line: number, "neither copy nor correction") }
        return Report(story: story, day: fields[0], site: fields[1], standing: standing)
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
