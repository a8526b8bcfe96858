extension RecordInspection {
    /// Everything annotation gives.
    mutating func inspectAnnotations() {
        inspectSentences()
        inspectEntities()
        inspectQuotes()
        inspectFigures()
        inspectEvents()
        inspectStory()
    }

    private mutating func inspectSentences() {
        let annotations = record.annotations
        sequence(annotations.sentences, "sentences")
        sequence(annotations.summary, "summary")
        var sentence = 0
        for (position, range) in annotations.summary.enumerated() {
            while sentence < annotations.sentences.count, annotations.sentences[sentence].end < range.end {
                sentence += 1
            }
            if sentence == annotations.sentences.count || !annotations.sentences[sentence].contains(range) {
                note("summary[\(position)]", "lies in no sentence")
            }
        }
    }

    private mutating func inspectEntities() {
        let entities = record.annotations.entities
        if entityIDs.count != entities.count { note("entities", "two have one id") }
        for (position, entity) in entities.enumerated() {
            let place = "entities[\(position)]"
            if !Self.isEntityID(entity.id) { note("\(place).id", "is not \"e\" and a number from 1") }
            if entity.mentions.isEmpty { note("\(place).mentions", "are none") }
            for (number, mention) in entity.mentions.enumerated() {
                passage(mention.range, "\(place).mentions[\(number)]")
            }
            ordered(entity.mentions.lazy.map(\.range.start), "\(place).mentions")
            for (number, role) in entity.roles.enumerated() {
                passage(role.range, "\(place).roles[\(number)]")
                self.entity(role.organization, "\(place).roles[\(number)].organization")
            }
            share(entity.salience, "\(place).salience")
            share(entity.confidence, "\(place).confidence")
            if let location = entity.location,
                !(-90...90).contains(location.latitude) || !(-180...180).contains(location.longitude)
            {
                note("\(place).location", "is no point on the globe")
            }
        }
    }

    private mutating func inspectQuotes() {
        let quotes = record.annotations.quotes
        for (position, quote) in quotes.enumerated() {
            let place = "quotes[\(position)]"
            if quote.content.isEmpty { note("\(place).content", "is empty") }
            let before = faults.count
            sequence(quote.content, "\(place).content")
            if faults.count == before, !isJoined(quote.content, quote.text) {
                note("\(place).text", "is not the content's passages joined by a space")
            }
            if let speaker = quote.speaker {
                passage(speaker.range, speaker.text, "\(place).speaker")
                entity(speaker.entity, "\(place).speaker.entity")
            }
            if let cue = quote.cue { passage(cue.range, cue.text, "\(place).cue") }
            share(quote.confidence, "\(place).confidence")
        }
        ordered(quotes.lazy.compactMap(\.content.first?.start), "quotes")
    }

    private mutating func inspectFigures() {
        let annotations = record.annotations
        for (position, time) in annotations.times.enumerated() {
            passage(time.range, time.text, "times[\(position)]")
            if time.value.isEmpty { note("times[\(position)].value", "is empty") }
        }
        for (position, amount) in annotations.amounts.enumerated() {
            passage(amount.range, amount.text, "amounts[\(position)]")
            finite(amount.value, "amounts[\(position)].value")
            for other in amount.equivalentTo {
                reference(
                    other == position ? -1 : other, into: "other amounts", of: annotations.amounts.count,
                    "amounts[\(position)].equivalentTo")
            }
        }
        for (position, count) in annotations.counts.enumerated() {
            passage(count.range, count.text, "counts[\(position)]")
            finite(count.value, "counts[\(position)].value")
            if count.value < 0 { note("counts[\(position)].value", "is negative") }
        }
        ordered(annotations.times.lazy.map(\.range.start), "times")
        ordered(annotations.amounts.lazy.map(\.range.start), "amounts")
        ordered(annotations.counts.lazy.map(\.range.start), "counts")
    }

    private mutating func inspectEvents() {
        let annotations = record.annotations
        for (position, event) in annotations.events.enumerated() {
            let place = "events[\(position)]"
            passage(event.trigger, "\(place).trigger")
            passage(event.sentence, "\(place).sentence")
            if !event.sentence.contains(event.trigger) { note("\(place).trigger", "lies outside its sentence") }
            for id in event.actors { entity(id, "\(place).actors") }
            for id in event.targets { entity(id, "\(place).targets") }
            entity(event.place, "\(place).place")
            reference(event.time, into: "times", of: annotations.times.count, "\(place).time")
            for count in event.counts {
                reference(count, into: "counts", of: annotations.counts.count, "\(place).counts")
            }
            share(event.confidence, "\(place).confidence")
        }
        ordered(annotations.events.lazy.map(\.trigger.start), "events")
    }

    private mutating func inspectStory() {
        let annotations = record.annotations
        if let story = annotations.story {
            let answers = [
                ("who", story.who), ("what", story.what), ("when", story.when), ("where", story.`where`),
                ("why", story.why), ("how", story.how),
            ]
            for case (let question, .some(let answer)) in answers {
                if answer.of == .headline {
                    headlinePassage(answer, "story.\(question)")
                } else {
                    passage(answer.range, answer.text, "story.\(question)")
                }
                entity(answer.entity, "story.\(question).entity")
                reference(answer.time, into: "times", of: annotations.times.count, "story.\(question).time")
            }
        }
        for (position, conflict) in annotations.conflicts.enumerated() {
            if conflict.items.count < 2 { note("conflicts[\(position)]", "has nothing that disagrees") }
            for (number, item) in conflict.items.enumerated() {
                passage(item.range, item.text, "conflicts[\(position)].items[\(number)]")
                finite(item.value, "conflicts[\(position)].items[\(number)].value")
            }
        }
    }

    /// An answer whose range counts in the headline.
    private mutating func headlinePassage(_ answer: Story.Answer, _ place: String) {
        let scalars = (record.article.headline ?? "").unicodeScalars
        let (start, end) = (answer.range.start, answer.range.end)
        guard start >= 0, start < end, end <= scalars.count else {
            note(place, "[\(start), \(end)] is no passage of the headline")
            return
        }
        let slice = scalars.dropFirst(start).prefix(end - start)
        if !slice.elementsEqual(answer.text.unicodeScalars) {
            note(place, "the text beside [\(start), \(end)] is not that passage of the headline")
        }
    }

    /// Whether `text` is the passages joined by single spaces; compared in place, without building the joined text.
    private func isJoined(_ ranges: [TextRange], _ text: String) -> Bool {
        var rest = text.utf8[...]
        for (position, range) in ranges.enumerated() {
            if position > 0 {
                guard rest.popFirst() == UInt8(ascii: " ") else { return false }
            }
            guard let passage = index.passage(range), rest.starts(with: passage) else { return false }
            rest = rest.dropFirst(passage.count)
        }
        return rest.isEmpty
    }

    private static func isEntityID(_ id: String) -> Bool {
        let bytes = id.utf8
        return bytes.count >= 2 && bytes.first == UInt8(ascii: "e") && bytes.dropFirst().first != UInt8(ascii: "0")
            && bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
