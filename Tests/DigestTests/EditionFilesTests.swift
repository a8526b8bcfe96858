import Digest
import Foundation
import Testing

@Suite struct EditionFilesTests {
    @Test func `the sample day is written for a look when a folder is named`() throws {
        guard let folder = ProcessInfo.processInfo.environment["DATELINE_SAMPLE_FOLDER"] else { return }
        let edition = Edition(SampleDay.input)
        let outbox = URL(fileURLWithPath: folder)
        let digests = outbox.appendingPathComponent("digests/\(SampleDay.day)")
        try FileManager.default.createDirectory(at: digests, withIntermediateDirectories: true)
        for format in EditionFormat.allCases {
            guard let bytes = edition.rendered(as: format) else { continue }
            try Data(bytes).write(to: digests.appendingPathComponent(format.fileName))
        }
        try Data(Edition.index(of: [edition.summary])).write(to: outbox.appendingPathComponent("index.html"))
        try Data(Edition.feed(of: [edition.summary])).write(to: outbox.appendingPathComponent("feed.xml"))
    }
}
