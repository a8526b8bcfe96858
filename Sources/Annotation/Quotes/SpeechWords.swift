import Language

/// Small closed classes of words that bound what is said, by their hashes.
enum SpeechWords {
    static let that = WordHash.of("that")
    static let to = WordHash.of("to")
    static let who = WordHash.of("who")
    static let and = WordHash.of("and")
    static let but = WordHash.of("but")
    static let `as` = WordHash.of("as")

    private static func hashes(_ words: String) -> WordSet {
        WordSet(words.split(separator: " ").map { WordHash.of(String($0)) })
    }

    /// Pronouns that open a clause and speak.
    static let subjectPronouns = hashes("he she they we i")
    /// Who or what the clause before stands for.
    static let relatives = hashes("who which that")
    /// What stands before the plain form of a verb: subjects, helping verbs and collective plurals.
    static let plainFormOpeners = hashes(
        "i we you they who which that and to not will would can could should may might must did do does didn't don't "
            + "doesn't won't wouldn't people police men women many some others those most both few half percent all "
            + "data media never also still even always often")

    /// What opens a question that is reported.
    static let questions = hashes("how why what whether if where when who which")
    /// Subjects that open a clause.
    static let subjects = hashes(
        "he she they it we i there you this these his her their he's she's it's they're we're i'm there's those")
    /// Pronouns that are spoken to or of.
    static let objects = hashes("him her them us me himself herself themselves itself it")
    /// Words that open a noun phrase.
    static let determiners = hashes(
        "the a an this that these those his her their its our my your any some no every each all both most many more "
            + "several another two three")
    /// Pronouns that own the noun behind them.
    static let owners = hashes("his her their its our my your whose")
    /// Helping verbs, by which a clause is known.
    static let auxiliaries = hashes(
        "is was are were will would has had have can could should may might isn't wasn't won't wouldn't hasn't")
    /// Forms of "be" and what stands for it, before "confident" and before participles.
    static let be = hashes("is was are were am be been being remains remained feels felt 's 're isn't wasn't aren't")
    /// What opens an adverbial between a cue and its content.
    static let adverbialOpeners = hashes("in on at during after before to with from by via through of about for as")
    /// Adverbs between a cue and its content that do not end in "-ly".
    static let adverbs = hashes(
        "again later earlier recently today yesterday tomorrow afterwards aloud loudly online twice instead")
    /// Who reads.
    static let readers = hashes("you you've you'd you'll")
    /// Adverbs between the parts of a verb.
    static let betweenVerbs = hashes("also not never only still first already even often later once again")
    /// What stands before a day or a week: "said late Saturday", "earlier this week".
    static let beforeTimes = hashes("late early earlier later this last")
    /// What ends reported speech after a comma.
    static let clauseCutters = hashes("while compared according although though said says")
    /// What opens a clause about the word before it.
    static let relativeOpeners = hashes("who which whose whom where")
    /// What ends a reported object.
    static let phraseCutters = hashes("while but because after before when during since if until although who which")
    /// Participles that open no clause of their own.
    static let prepositionsInIng = hashes(
        "including according during regarding concerning following everything nothing anything something")
    /// What may not stand before a verb of speech.
    static let beforeNouns = hashes("the a an this his her their its our any no my your new latest")
    /// What may stand alone as a reported answer's opening and opens no clause.
    static let notClauses = hashes(
        "in on at during after before to of from by with for about as when while so and or but than through via over "
            + "into against last hello goodbye yes no more much nothing anything something otherwise not")
}
