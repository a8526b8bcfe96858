import Annotation
import Benchmark
import Records

/// Each annotator alone: those before it have run when the clock starts.
func annotators() {
    for stage in AnnotationStages.Stage.allCases {
        Benchmark("annotator: \(stage.rawValue)") { benchmark in
            benchmark.clocked {
                Inputs.articles.map { prepared($0, upTo: stage) }
            } work: { ready in
                for var stages in ready {
                    stages.run(stage)
                    blackHole(stages.annotations)
                }
            }
        }
    }
}

private func prepared(_ article: Article, upTo stage: AnnotationStages.Stage) -> AnnotationStages {
    var stages = AnnotationStages(article)
    for earlier in AnnotationStages.Stage.allCases {
        if earlier == stage { break }
        stages.run(earlier)
    }
    return stages
}
