import Annotation
import Benchmark
import Digest
import Extraction
import Markup
import Pipeline
import Records

/// One iteration of each benchmark takes every golden article and sample through one stage.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [Benchmark.processorTime, .wallClock, .peakMemoryResident], timeUnits: .microseconds,
        warmupIterations: 2, maxDuration: .seconds(3))
    Pipeline.warmUp()
    Edition.warmUp()
    stages()
    annotators()
}

private func stages() {
    Benchmark("parse, libxml2 alone") { benchmark in
        benchmark.clocked {
            for document in Inputs.documents { blackHole(BareParse.nodeCount(of: document.bytes)) }
        }
    }
    Benchmark("reading") { benchmark in
        benchmark.clocked {
            for document in Inputs.documents {
                blackHole(try? Page(reading: document.bytes, hints: InputHints(name: document.name)))
            }
        }
    }
    Benchmark("extraction") { benchmark in
        benchmark.clocked {
            for (document, page) in Inputs.pages {
                blackHole(try? Extractor.article(in: page, hints: Inputs.hints(document)))
            }
        }
    }
    Benchmark("annotation") { benchmark in
        benchmark.clocked {
            for article in Inputs.articles { blackHole(Annotator.annotations(of: article)) }
        }
    }
    Benchmark("JSON") { benchmark in
        benchmark.clocked {
            for record in Inputs.records { blackHole(record.json()) }
        }
    }
    Benchmark("record, all of it") { benchmark in
        benchmark.clocked {
            for document in Inputs.documents { blackHole(try? Pipeline.record(of: document).json()) }
        }
    }
    Benchmark("edition in every format") { benchmark in
        guard let input = Inputs.edition else { return benchmark.error("no edition") }
        benchmark.clocked {
            let edition = Edition(input)
            for format in EditionFormat.allCases { blackHole(edition.rendered(as: format)) }
        }
    }
}
