import Records

/// The annotations of the record with their evidence.
extension Explanation {
    private var annotations: Annotations { record?.annotations ?? Annotations() }

    var summary: Section {
        Section(
            title: "Summary", lines: annotations.summary.map { Line(label: "sentence", value: passage($0)) })
    }

    var entities: Section {
        Section(
            title: "Entities",
            lines: annotations.entities.map { entity in
                let forms = Set(entity.mentions.map { passage($0.range) }).sorted().joined(separator: " / ")
                let roles = entity.roles.map { ($0.former == true ? "former " : "") + $0.title }
                let place = [entity.placeKind, entity.country, entity.geonamesId.map { "GeoNames \($0)" }]
                let facts = place.compactMap(\.self) + roles
                return Line(
                    label: "\(entity.id) \(entity.type.rawValue)",
                    value: ([entity.name] + facts).joined(separator: "; "),
                    evidence: "\(entity.mentions.count) mentions: \(forms)")
            })
    }

    var quotes: Section {
        Section(
            title: "Quotes",
            lines: annotations.quotes.map { quote in
                let speaker = quote.speaker.map { speaker in
                    speaker.text + (speaker.entity.map { " (\($0))" } ?? "")
                }
                let cue = quote.cue.map { "cue \"\($0.text)\"" } ?? "no cue"
                return Line(
                    label: quote.kind.rawValue, value: quote.text,
                    evidence: "\(speaker ?? "nobody"), \(cue), confidence \(quote.confidence)")
            })
    }

    var times: Section {
        Section(
            title: "Times",
            lines: annotations.times.map { time in
                let modifier = time.modifier.map { ", \($0)" } ?? ""
                let anchor = time.relativeTo.map { ", relative to \($0.rawValue)" } ?? ""
                return Line(label: time.type.rawValue, value: time.text, evidence: time.value + modifier + anchor)
            })
    }

    var figures: Section {
        let amounts = annotations.amounts.map { amount in
            let unit = amount.currency ?? amount.unit ?? ""
            let modifier = amount.modifier?.rawValue ?? ""
            return Line(
                label: amount.kind.rawValue, value: amount.text,
                evidence: [modifier, "\(amount.value)", unit].filter { !$0.isEmpty }.joined(separator: " "))
        }
        let counts = annotations.counts.map { count in
            let modifier = count.modifier?.rawValue ?? ""
            return Line(
                label: count.category ?? "count", value: count.text,
                evidence: [modifier, "\(count.value)", count.object].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return Section(title: "Figures", lines: amounts + counts)
    }

    var events: Section {
        Section(
            title: "Events",
            lines: annotations.events.map { event in
                let parts = [
                    event.actors.isEmpty ? nil : "actors " + event.actors.joined(separator: " "),
                    event.targets.isEmpty ? nil : "targets " + event.targets.joined(separator: " "),
                    event.place.map { "at \($0)" }, "confidence \(event.confidence)",
                ]
                return Line(
                    label: "\(event.status.rawValue) \(event.category)", value: passage(event.trigger),
                    evidence: parts.compactMap(\.self).joined(separator: ", "))
            })
    }

    var story: Section {
        let story = annotations.story
        let answers = [
            ("who", story?.who), ("what", story?.what), ("when", story?.when), ("where", story?.`where`),
            ("why", story?.why), ("how", story?.how),
        ]
        return Section(
            title: "Story",
            lines: answers.compactMap { question, answer in
                answer.map { Line(label: question, value: $0.text, evidence: $0.entity ?? "") }
            })
    }
}
