/// The words a worker is started with. They are this program's own, written and read here alone; the general parser of
/// arguments would take more than a millisecond of every worker's start.
public struct WorkerWords: Sendable, Equatable {
    /// What it is to do with its lines.
    public var task: StreamTask
    /// Bytes of private memory it may have.
    public var memoryBytes: Int
    /// CPU seconds it may use in its life.
    public var cpuSeconds: Int

    init(task: StreamTask, memoryBytes: Int, cpuSeconds: Int) {
        self.task = task
        self.memoryBytes = memoryBytes
        self.cpuSeconds = cpuSeconds
    }

    /// Reads a process's words as `list` writes them; nil for all others.
    public init?(_ words: [String]) {
        guard words.count == 8, words[1] == "worker", words[2] == "--task", let task = StreamTask(rawValue: words[3]),
            words[4] == "--memory", let memory = Int(words[5]), memory > 0,
            words[6] == "--cpu", let seconds = Int(words[7]), seconds > 0
        else { return nil }
        self.init(task: task, memoryBytes: memory, cpuSeconds: seconds)
    }

    /// The words, the program's name before them.
    var list: [String] {
        ["dateline", "worker", "--task", task.rawValue, "--memory", String(memoryBytes), "--cpu", String(cpuSeconds)]
    }

    /// Serves as such a worker.
    public func serve() throws(SystemError) -> Never {
        try WorkerMain.serve(task: task, sandbox: Sandbox(memoryBytes: memoryBytes, cpuSeconds: cpuSeconds))
    }
}
