import Testing

@testable import Curation

@Suite struct TokenizerTests {
    /// Each word as its text and what is known of it: `n` number, `c` character, `s` symbol; `C` capitalised, `A` all
    /// capitals, `.` at the start of a sentence.
    private func described(_ text: String, atMost most: Int = .max) -> [String] {
        Tokenizer.words(of: text, atMost: most).map { word in
            let kind =
                switch word.kind {
                case .letters: ""
                case .number: "n"
                case .character: "c"
                case .symbol: "s"
                }
            return word.text + ":" + kind + (word.isCapitalised ? "C" : "") + (word.isAllCapitals ? "A" : "")
                + (word.startsSentence ? "." : "")
        }
    }

    @Test(arguments: [
        ("The ferry", ["the:C.", "ferry:"]), ("the UN and A", ["the:.", "un:CA", "and:", "a:C"]),
        ("G7 talks", ["g7:C.", "talks:"]), ("12 owls", ["12:n.", "owls:"]), ("don't", ["don:.", "t:"]),
        ("Stop. Go on", ["stop:C.", "go:C.", "on:"]), ("Wait: what", ["wait:C.", "what:."]),
        ("one! two? three|four", ["one:.", "two:.", "three:.", "four:."]),
        ("one\ntwo, three", ["one:.", "two:.", "three:"]),
        ("C++ C#", ["c:C.", "+:s", "+:s", "c:C", "#:s"]), ("+1 vote", ["+:s.", "1:n.", "vote:"]),
        ("Ärger über Öl", ["arger:C.", "uber:", "ol:C"]), ("ÜBER", ["uber:CA."]), ("Éa", ["ea:C."]),
        ("naïve", ["naive:."]),
        ("東京へ", ["東:c.", "京:c", "へ:c"]), ("首都 Tokyo", ["首:c.", "都:c", "tokyo:C"]), ("☂ rain", ["☂:s.", "rain:."]),
        ("co\u{AD}op", ["coop:."]), ("終わり。次", ["終:c.", "わ:c", "り:c", "次:c."]),
        ("“Quote” — dash", ["quote:C.", "dash:"]),
        ("e\u{301}te\u{301}", ["ete:."]), ("३ दिन", ["३:n.", "दिन:"]), ("", []), ("…", []), ("x…y", ["x:.", "y:."]),
        ("A&B c&def & co", ["a&b:CA.", "c&def:", "co:"]),
        ("Tom&Jerry x& 1&1", ["tom:C.", "jerry:C", "x:", "1:n", "1:n"]),
        ("Ǆ", ["dz:C."]), ("4th 2nd", ["4th:.", "2nd:"]), ("ABc", ["abc:C."]), ("1A", ["1a:."]),
    ])
    func aTextIsSplitIntoFoldedWords(text: String, words: [String]) {
        #expect(described(text) == words)
    }

    @Test(arguments: [(0, 0), (1, 1), (3, 3), (4, 3)]) func noMoreWordsAreReadThanAsked(most: Int, count: Int) {
        #expect(Tokenizer.words(of: "one two three", atMost: most).count == count)
    }

    @Test func symbolsAreNoTexts() {
        #expect(Tokenizer.texts(of: "C++ and ☂ rain") == ["c", "and", "rain"])
    }

    @Test(arguments: [
        ("ไ", Scripts.Role.character), ("ກ", .character), ("က", .character), ("ក", .character), ("한", .character),
        ("ㆠ", .character), ("ア", .character), ("字", .character), ("я", .letter), ("α", .letter), ("ط", .letter),
        ("²", .digit), ("٣", .digit), ("\u{301}", .mark), ("☂", .pictograph), ("\u{200D}", .joiner),
        ("\u{FEFF}", .joiner),
        ("。", .fullStop), ("！", .fullStop), ("…", .fullStop), ("“", .separator), ("«", .separator), ("–", .separator),
        ("€", .separator), ("\u{A0}", .separator), ("々", .character), ("〡", .character), ("、", .separator),
    ])
    func aScalarHasARole(text: String, role: Scripts.Role) throws {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(Scripts.role(of: scalar) == role)
    }
}

@Suite struct PorterTests {
    /// The examples of M. F. Porter's article, step by step, where our shorter list of endings gives the same.
    @Test(arguments: [
        // 1a
        ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("caress", "caress"), ("cats", "cat"),
        // 1b
        ("feed", "feed"), ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
        ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"),
        ("tanned", "tan"), ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"),
        ("filing", "file"),
        // 1c
        ("happy", "happi"), ("sky", "sky"),
        // 2
        ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"), ("valenci", "valenc"),
        ("hesitanci", "hesit"), ("digitizer", "digit"), ("conformabli", "conform"), ("radicalli", "radic"),
        ("differentli", "differ"), ("vileli", "vile"), ("analogousli", "analog"), ("vietnamization", "vietnam"),
        ("predication", "predic"), ("operator", "oper"), ("feudalism", "feudal"), ("decisiveness", "decis"),
        ("hopefulness", "hope"), ("callousness", "callous"), ("formaliti", "formal"), ("sensitiviti", "sensit"),
        ("sensibiliti", "sensibl"),
        // 3
        ("triplicate", "triplic"), ("formative", "form"), ("formalize", "formal"), ("electriciti", "electr"),
        ("electrical", "electr"), ("hopeful", "hope"), ("goodness", "good"),
        // 4
        ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"), ("airliner", "airlin"),
        ("gyroscopic", "gyroscop"), ("adjustable", "adjust"), ("defensible", "defens"), ("irritant", "irrit"),
        ("replacement", "replac"), ("adjustment", "adjust"), ("dependent", "depend"), ("adoption", "adopt"),
        ("communism", "commun"), ("activate", "activ"), ("angulariti", "angular"), ("homologous", "homolog"),
        ("effective", "effect"), ("bowdlerize", "bowdler"),
        // 5
        ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"), ("roll", "roll"),
        // Short and long ones
        ("bus", "bus"), ("yes", "yes"), ("used", "us"), ("said", "said"),
    ])
    func aWordHasItsStem(word: String, stem: String) {
        #expect(Stemmer.stem(word) == stem)
    }

    @Test(arguments: [(37, true), (38, false)]) func noWordOfMoreThanFortyLettersIsStemmed(count: Int, isStemmed: Bool)
    {
        let word = String(repeating: "a", count: count)
        #expect((Stemmer.stem(word + "ing") != word + "ing") == isStemmed)
    }

    @Test(arguments: [("погода", "погода"), ("новости", "новост"), ("ураган", "ураган"), ("ураганы", "ураган")])
    func ofOtherAlphabetsSixLettersAreCompared(word: String, stem: String) {
        #expect(Stemmer.stem(word) == stem)
    }

    @Test(arguments: [
        ("the", true), ("und", true), ("avec", true), ("los", true), ("zijn", true), ("это", true), ("dam", false),
    ])
    func stopWordsSayNothing(word: String, isStopWord: Bool) {
        #expect(StopWords.contains(word) == isStopWord)
        #expect(CommonWords.contains(stem: "dam") == false)
        #expect(CommonWords.contains(stem: Stemmer.stem("scientists")))
    }
}

@Suite struct HeadlineTests {
    @Test(arguments: [
        ("Dam gives way | Post", ["Post"], "Dam gives way"),
        ("Dam gives way - post", ["The Post", "post"], "Dam gives way"),
        ("Dam gives way – The Lorren Post", ["Lorren Post"], "Dam gives way"),
        ("Dam gives way - Lorren Post Online", ["Lorren Post"], "Dam gives way - Lorren Post Online"),
        // A name of four letters and more may have up to four before it.
        ("Dam gives way | thepost", ["post"], "Dam gives way"),
        ("Dam gives way | fivespost", ["post"], "Dam gives way | fivespost"),
        ("Dam gives way | fourpost", ["post"], "Dam gives way"),
        ("Dam gives way | onews", ["ews"], "Dam gives way | onews"),
        // Its beginning of four letters and more is enough.
        ("Dam gives way | lorr", ["Lorren Post"], "Dam gives way"),
        ("Dam gives way | lor", ["Lorren Post"], "Dam gives way | lor"),
        ("Dam gives way - AFP", [], "Dam gives way"), ("Dam gives way - day two", ["Post"], "Dam gives way - day two"),
        (" | Post", ["Post"], " | Post"), ("Dam | way | Post", ["Post"], "Dam | way"),
        ("Dam-Post", ["Post"], "Dam-Post"),
        ("Dam :: Post", ["Post"], "Dam"), ("Dam · Post", ["Post"], "Dam"), ("Dam » Post", ["Post"], "Dam"),
        ("ダム決壊｜Post", ["Post"], "ダム決壊"), ("Dam — Post", ["Post"], "Dam"), ("Dam | ", ["Post"], "Dam | "),
    ])
    func theNameOfThePaperIsCutOff(title: String, names: [String], bare: String) {
        #expect(TitleIdentity.bare(title, names: names) == bare)
    }

    @Test(arguments: [
        ("BREAKING: Dam", " Dam"), ("Update 2: Dam", " Dam"), ("UPDATE 2-Dam", "Dam"), ("Breaking news: Dam", " Dam"),
        ("Breaking dam: why", "Breaking dam: why"), ("Update two: Dam", "Update two: Dam"), ("Urgent - Dam", " Dam"),
        ("Dam: breaking", "Dam: breaking"), ("Breaking 1 2: Dam", "Breaking 1 2: Dam"), ("Exclusive: a: b", " a: b"),
        ("Corrected      : Dam", " Dam"), ("Corrected       : Dam", "Corrected       : Dam"),
    ])
    func theFlagBeforeATitleIsCutOff(title: String, bare: String) {
        #expect(TitleIdentity.bare(title, names: []) == bare)
    }

    @Test(arguments: [(79, 79), (80, 80), (81, 80)]) func eightyWordsAreKept(count: Int, kept: Int) {
        let title = (0..<count).map { "w\($0)" }.joined(separator: " ")
        #expect(Headline(title, names: []).words.count == kept)
        #expect(Headline(.made("a", title)).words.count == kept)
        #expect(DocumentTerms(title: title, summary: "").titleWords.count == kept)
    }

    @Test func aHeadlineHasAKeyAndItsWords() {
        let headline = Headline("BREAKING: The dam, C++ and rain | Post", names: ["Post"])
        #expect(headline.key == "the dam c and rain")
        #expect(headline.texts == ["the", "dam", "c", "and", "rain"])
        #expect(headline.meaningful == ["dam", "c", "rain"])
        #expect(headline.withoutWords.key == headline.key)
        #expect(headline.withoutWords.words.isEmpty)
        #expect(Headline("☂", names: []).key == nil)
    }

    @Test func aDocumentsHeadlineIsThatOfItsTitle() {
        let bare = Headline(.made("a", "Dam gives way"))
        #expect(bare.texts == ["dam", "gives", "way"])
        #expect(Headline(.made("b", "UPDATE 2-Dam gives way | paper-b")).words == bare.words)
    }
}
