import Records

/// An entity and what speaks for it, for those who learn what that is worth.
package struct EntitySample {
    /// Its type.
    package let type: Entity.Kind
    /// Whether a list has it as a country.
    package let isCountry: Bool
    /// Where it is named, in code points.
    package let names: [TextRange]
    /// What speaks for it and against it.
    package let features: [EntityFeature]

    /// The entities of an English text, read by some tagger. Linear in it.
    package static func samples(in text: String, tagger: NameTagger) -> [EntitySample] {
        var article = Article()
        article.text = text
        article.language = "en"
        let reading = Reading(article)
        let cast = Cast(reading, NameFinder.mentions(in: reading, tagger: tagger))
        let evidence = EntityEvidence(cast)
        return cast.members.map { member in
            EntitySample(
                type: member.type, isCountry: evidence.isCountry(member),
                names: member.mentions.map { reading.range(tokens: cast.mentions[$0].tokens) },
                features: evidence.features(of: member))
        }
    }
}
