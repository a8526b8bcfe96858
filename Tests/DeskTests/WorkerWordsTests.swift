import Testing

@testable import Desk

@Suite("The words a worker is started with")
struct WorkerWordsTests {
    @Test("What is written is read again", arguments: StreamTask.allCases)
    func reading(_ task: StreamTask) {
        let words = WorkerWords(task: task, memoryBytes: 512 << 20, cpuSeconds: 3600)
        #expect(WorkerWords(words.list) == words)
    }

    @Test(
        "All other words are none of a worker's",
        arguments: [
            [], ["dateline"], ["dateline", "worker"], ["dateline", "worker", "--help"],
            ["dateline", "extract", "--task", "extract", "--memory", "1", "--cpu", "1"],
            ["dateline", "worker", "--task", "run", "--memory", "1", "--cpu", "1"],
            ["dateline", "worker", "--task", "extract", "--memory", "0", "--cpu", "1"],
            ["dateline", "worker", "--task", "extract", "--memory", "1", "--cpu", "-1"],
            ["dateline", "worker", "--task", "extract", "--memory", "1", "--cpu", "1", "more"],
        ])
    func others(_ words: [String]) { #expect(WorkerWords(words) == nil) }
}
