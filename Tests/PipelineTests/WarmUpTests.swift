import Foundation
import Glibc
import Pipeline
import TestSupport
import Testing

/// The pipeline runs behind walls that let no file be opened; whatever it reads, it has to read in `warmUp`.
@Suite("A warm pipeline needs nothing from outside")
struct WarmUpTests {
    @Test("after the warm-up no file is opened, whatever the input")
    func files() async {
        await #expect(processExitsWith: .success) {
            var documents: [Document] = []
            for slug in GoldenTests.slugs {
                let folder = GoldenTests.folder.appendingPathComponent(slug)
                for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
                where name.hasPrefix("input.") {
                    let data = try Data(contentsOf: folder.appendingPathComponent(name))
                    documents.append(Document(bytes: [UInt8](data), name: name))
                }
            }
            Pipeline.warmUp()
            var none = rlimit(rlim_cur: 0, rlim_max: 0)
            guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &none) == 0, open("/dev/null", O_RDONLY) < 0
            else { exit(2) }
            var generator = SeededGenerator(seed: 1)
            for document in documents { _ = try? Pipeline.record(of: document) }
            for _ in 0..<8 {
                _ = try? Pipeline.record(of: Document(bytes: Noise.page(&generator), name: "a.html"))
                let prose = Prose.article(&generator).joined(separator: "\n\n")
                _ = Pipeline.record(of: CleanText(text: prose, published: "2024-10-03"), name: "a")
            }
            exit(0)
        }
    }
}
