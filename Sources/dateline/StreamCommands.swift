import ArgumentParser
import Desk
import Foundation
import Records
import Synchronization

/// What `extract` and `annotate` share.
struct StreamOptions: ParsableArguments {
    @Argument(help: "Files to read.", completion: .file())
    var files: [String] = []
    @Flag(help: "Read JSON lines from standard input, answer each on standard output, in order.")
    var stream = false
    @Option(help: "How many workers; one a core by default, with --stream one.")
    var jobs: Int?
    @Option(help: ArgumentHelp("The configuration file (YAML).", valueName: "file"), completion: .file())
    var config: String?

    func validate() throws {
        if stream != files.isEmpty { throw ValidationError("name files, or use --stream, but not both") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be from 1 to 256") }
    }

    /// Does a task over the stream or the files.
    func perform(_ task: StreamTask, published: String? = nil) throws {
        let settings = try SettingsReader(options: [:], configurationPath: config).settings()
        let count = jobs ?? (stream ? 1 : min(settings.workers, files.count))
        let work = BulkWork(task, settings: settings, jobs: count, log: Log(minimum: .error))
        if stream {
            var input = StreamInput(task, maximumBytes: settings.maximumBytes)
            work.run(next: { input.next() }, emit: { Output.standard($1 + [0x0A]) })
        } else {
            try perform(task, on: work, settings: settings, published: published)
        }
    }

    private func perform(_ task: StreamTask, on work: BulkWork, settings: Settings, published: String?) throws {
        let input = StreamInput(task, maximumBytes: settings.maximumBytes)
        var next = 0
        let rejected = Mutex(0)
        let progress = Progress(unit: "files")
        let layout: JSONWriter.Layout = Output.isTerminal ? .pretty : .compact
        let files = files
        // Records on the terminal are their own progress.
        let showsProgress = !Output.isTerminal && files.count > 1
        work.run(
            next: {
                guard next < files.count else { return nil }
                defer { next += 1 }
                return input.item(file: files[next], published: published)
            },
            emit: { number, answer in
                switch StreamAnswer.read(answer) {
                case .record(let record): Output.standard(record.json(layout) + [0x0A])
                case .rejected(let why):
                    rejected.withLock { $0 += 1 }
                    Self.complain(files[number], "\(why.stage): \(why.code): \(why.message)")
                case .garbled:
                    rejected.withLock { $0 += 1 }
                    Self.complain(files[number], "worker: garbled: the answer makes no sense")
                }
                if showsProgress { progress.update(done: number + 1, total: files.count) }
            })
        if showsProgress { progress.end() }
        if rejected.withLock({ $0 }) > 0 { throw ExitCode.rejected }
    }

    private static func complain(_ file: String, _ text: String) {
        Output.standardError("dateline: \(LogValue.escaped(file)): \(LogValue.escaped(text))\n")
    }
}

/// `dateline extract`: records of article files.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the records of article files.",
        discussion: """
            Records are pretty on a terminal and JSON lines otherwise; what is rejected is told on standard error.

            Examples: dateline extract article.html | jq .headline
                      dateline extract --stream --jobs 2 < requests.jsonl > answers.jsonl
                      dateline extract --without-annotation article.html | jq -r .text
                      dateline extract --warc CC-NEWS-*.warc.gz > answers.jsonl

            A request is {"id", "contentBase64" | "content" | "path", "mediaType"?, "name"?, "url"?, "modified"?}, its \
            answer {"id", "record"} or {"id", "rejected"}. With --stream rejections are answers, and the exit code is 0.

            With --warc each HTML page that a server answered with 200 is a document with the id ARCHIVE:BYTE. Broken \
            records are skipped, with a line on standard error. Work that was broken off goes on with --after and the id \
            of the last answer.
            """)

    @OptionGroup var options: StreamOptions
    @Flag(help: "Leave out sentences, entities, quotes, figures and events; a notice says so.")
    var withoutAnnotation = false

    @Flag(help: "The files are WARC archives, plain or gzipped by record; answer each of their pages on a line.")
    var warc = false
    @Option(help: ArgumentHelp("With --warc: begin after the record with this id.", valueName: "id"))
    var after: String?

    func validate() throws {
        if warc, options.stream { throw ValidationError("--warc takes files, not --stream") }
        if after != nil, !warc { throw ValidationError("--after is for --warc") }
    }

    func run() throws {
        let task = withoutAnnotation ? StreamTask.article : .extract
        guard warc else { return try options.perform(task) }
        let settings = try SettingsReader(options: [:], configurationPath: options.config).settings()
        let work = ArchiveWork(task: task, settings: settings, jobs: options.jobs ?? settings.workers)
        try work.perform(options.files, after: after)
    }
}

/// `dateline annotate`: records of clean texts.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Print the records of texts that are clean already; ranges point into exactly that text.",
        discussion: """
            Examples: dateline annotate --published 2024-10-03 clean.txt
                      dateline annotate --stream < texts.jsonl > answers.jsonl

            A request is {"id", "text", "published"?, "headline"?, "standfirst"?, "language"?}.
            """)

    @OptionGroup var options: StreamOptions
    @Option(help: ArgumentHelp("The day the texts were published, ISO 8601.", valueName: "date"))
    var published: String?

    func run() throws { try options.perform(.annotate, published: published) }
}
