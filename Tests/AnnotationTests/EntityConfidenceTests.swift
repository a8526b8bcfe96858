import Foundation
import Language
import Records
import Testing

@testable import Annotation

@Suite("How sure entities are")
struct EntityConfidenceTests {
    @Test("Each name's lead is that of the best sequence of tags over the best one that has another tag there")
    func leads() {
        var random = SystemRandom(seed: 7)
        for _ in 0..<20 {
            let scores = (0..<4).map { _ in
                var row = SIMD16<Int32>()
                for tag in 0..<15 { row[tag] = Int32(random.next() % 4000) }
                return row
            }
            let (best, tags) = Self.best(scores) { _ in true }
            var margins = TagMargins(.shared)
            var leads: [TagMargins.Lead] = []
            margins.add(scores[...], tags.map { UInt8($0) }[...], to: &leads)
            let names = NameTag.names(in: tags.map { UInt8($0) })
            #expect(leads.count == names.count)
            for (name, lead) in zip(names, leads) where name.kind != nil {
                let rivals = name.tokens.map { token in Self.best(scores) { $0[token] != tags[token] }.sum }
                #expect(Int32(lead) == best - (rivals.max() ?? 0))
            }
        }
    }

    /// The highest sum of all sequences that are allowed, by trying each.
    private static func best(
        _ scores: [SIMD16<Int32>], where isAllowed: ([Int]) -> Bool
    ) -> (sum: Int32, tags: [Int]) {
        let steps = TagModel.shared.transitions
        var best: (sum: Int32, tags: [Int]) = (.min, [])
        var tags = [Int](repeating: 0, count: scores.count)
        func go(_ token: Int, _ sum: Int32) {
            if token == scores.count {
                let total = sum &+ steps[tags[token - 1]][15]
                if total > best.sum, isAllowed(tags) { best = (total, tags) }
                return
            }
            for tag in 0..<15 {
                let step = steps[token == 0 ? 15 : tags[token - 1]][tag]
                guard step > TagModel.never / 2 else { continue }
                tags[token] = tag
                go(token + 1, sum &+ step &+ scores[token][tag])
            }
        }
        go(0, 0)
        return best
    }

    private struct SystemRandom {
        private var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    @Test("Every weight that ships is that of a sign, and no two signs have one name")
    func weights() {
        let names = EntityFeature.names
        #expect(Set(names).count == names.count)
        let listed = Tables.list("entity-confidence").entries
        #expect(listed.count > 50)
        for entry in listed {
            #expect(entry.count == 2 && Int(entry[1]) != nil, "\(entry)")
            #expect(entry[0] == "bias" || names.contains(entry[0]), "\(entry)")
        }
        for kind in Entity.Kind.allCases {
            let features = EntityFeature.OfKind(kind)
            for sign in EntityFeature.Sign.allCases {
                #expect(names[features.sign(sign).number] == "\(kind.rawValue)-\(sign)")
            }
            #expect(names[features.best(0).number] == "\(kind.rawValue)-best-1")
            #expect(names[features.mean(9).number] == "\(kind.rawValue)-mean-15")
        }
    }

    private func entities(_ text: String, language: String = "en") -> [Entity] {
        var article = Article()
        article.text = text
        article.language = language
        return Annotator.annotations(of: article).entities
    }

    @Test("Every entity has a confidence in hundredths; what is plain is surer than what is not")
    func order() throws {
        let found = entities(
            """
            Prime Minister Manmohan Singh met President Hamid Karzai in Kabul on Monday, officials said. Mr. Singh said \
            Afghanistan was safe. Mr. Karzai thanked him. They had lunch at Waffle Champion.
            """)
        for entity in found {
            let confidence = try #require(entity.confidence)
            #expect((0...1).contains(confidence) && (confidence * 100).rounded() / 100 == confidence)
        }
        let sure = found.filter { ["Manmohan Singh", "Hamid Karzai", "Kabul"].contains($0.name) }
        #expect(sure.count == 3 && sure.allSatisfy { $0.confidence ?? 0 > 0.9 })
        let odd = found.filter { $0.name.contains("Waffle") }
        #expect(!odd.isEmpty && odd.allSatisfy { $0.confidence ?? 1 < 0.8 })
    }
}
