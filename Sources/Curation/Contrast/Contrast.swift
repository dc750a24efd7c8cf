/// Evidence that two titles, which look alike, tell two events.
struct Contrast: Sendable {
    enum Kind: Sendable, Hashable {
        /// Two numbers in one role, such as the 12th and the 13th.
        case numbers
        /// Two days of the week.
        case days
        /// An action and its opposite.
        case opposites
        /// Each names somebody or some place of its own, where the other names another.
        case names
        /// The same words, but who does it to whom.
        case exchange
        /// The same sentence with other words in one place.
        case words
        /// One running story or column, and of it two things that have nothing in common.
        case parts
    }

    let kind: Kind
    /// What stands in the one title, and what in its place in the other.
    let one: [TitleToken]
    let other: [TitleToken]

    /// Whether the later of two titles that it keeps apart tells the next step of one running story: another number in the
    /// same role, the opposite action, another thing of what is named before a colon.
    var isNextStep: Bool {
        switch kind {
        case .numbers, .opposites, .parts: true
        case .days, .names, .exchange, .words: false
        }
    }

    /// What is left of the likeness.
    var factor: Double {
        switch kind {
        case .numbers, .days, .opposites, .exchange: 0.1
        case .names: 0.15
        case .words, .parts: 0.3
        }
    }
}

/// Finds what keeps two titles apart that have most of their words in common.
struct ContrastFinder: Sendable {
    let titles: TitleTokens
    /// By the number of a term.
    let isName: [Bool]
    let forms: [String]

    /// What keeps two titles apart, by their numbers; `nil` where nothing does.
    func contrast(_ one: Int, _ other: Int) -> Contrast? {
        guard !titles.isEmpty, titles.count(of: one) > 1, titles.count(of: other) > 1 else { return nil }
        let overlap = titles.overlap(one, other)
        let kicker = titles.commonKicker(one, other)
        let areLike = overlap.ofShorter >= Self.leastCover && overlap.ofLonger >= Self.leastCoverOfLonger
        guard areLike || kicker != nil else { return nil }
        let (ones, others) = (titles[one], titles[other])
        guard areLike else { return parts(ones, others, behind: kicker) }
        var alignment = TitleAlignment(ones, others, overlap: overlap)
        guard !alignment.own.one.isEmpty && !alignment.own.other.isEmpty || ones.count == others.count else {
            return nil
        }
        alignment.align()
        return numbers(alignment) ?? days(alignment) ?? exchange(alignment) ?? opposites(alignment) ?? names(alignment)
            ?? parts(ones, others, behind: kicker) ?? words(alignment)
    }

    /// With less in common than this two titles are no look-alikes.
    private static let leastCover = 0.4
    private static let leastCoverOfLonger = 0.3

    // MARK: Numbers and days

    private func numbers(_ alignment: TitleAlignment) -> Contrast? {
        let (ones, others) = (alignment.own.one.filter(\.isNumber), alignment.own.other.filter(\.isNumber))
        guard !ones.isEmpty, !others.isEmpty else { return nil }
        for i in alignment.one.indices where isOwnNumber(alignment.one[i], ones) {
            for j in alignment.other.indices where isOwnNumber(alignment.other[j], others) {
                let (one, other) = (alignment.one[i], alignment.other[j])
                guard one.traits.contains(.ordinal) == other.traits.contains(.ordinal), !isRounded(one, other),
                    haveOneRole(alignment.one, i, alignment.other, j)
                else { continue }
                let mayGrow = !one.traits.contains(.ordinal)
                if mayGrow, isCasualty(alignment.one, i) || isCasualty(alignment.other, j) { continue }
                return Contrast(kind: .numbers, one: [one], other: [other])
            }
        }
        return nil
    }

    private func isOwnNumber(_ token: TitleToken, _ own: [TitleToken]) -> Bool {
        token.isNumber && own.contains { $0.equals(token) }
    }

    /// Large numbers are told roughly.
    private func isRounded(_ one: TitleToken, _ other: TitleToken) -> Bool {
        let larger = max(abs(one.value), abs(other.value))
        return larger >= 100 && abs(one.value - other.value) <= larger / 20 && !isYear(one) && !isYear(other)
    }

    private func isYear(_ token: TitleToken) -> Bool {
        (1900...2100).contains(token.value) && token.value == token.value.rounded()
    }

    /// Whether two numbers stand before or behind the same word, or each at an end.
    private func haveOneRole(_ ones: [TitleToken], _ i: Int, _ others: [TitleToken], _ j: Int) -> Bool {
        if i + 1 < ones.count, j + 1 < others.count {
            if ones[i + 1].equals(others[j + 1]) { return true }
        }
        if i > 0, j > 0, ones[i - 1].equals(others[j - 1]) { return true }
        return false
    }

    private func isCasualty(_ tokens: [TitleToken], _ index: Int) -> Bool {
        let near = max(0, index - 2)...min(tokens.count - 1, index + 2)
        return tokens[near].contains { $0.traits.contains(.casualty) }
    }

    private func days(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.overlap.ofLonger >= 0.4, let one = alignment.own.one.first(where: { $0.weekday > 0 }),
            let other = alignment.own.other.first(where: { $0.weekday > 0 })
        else { return nil }
        return Contrast(kind: .days, one: [one], other: [other])
    }

    // MARK: Actions

    /// The same words, of which two have changed places around others that have not.
    private func exchange(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.own.one.count + alignment.own.other.count <= 1, alignment.one.count == alignment.other.count,
            alignment.matched < alignment.one.count,
            alignment.one.contains(where: { $0.traits.contains(.followsAgent) })
                == alignment.other.contains(where: { $0.traits.contains(.followsAgent) })
        else { return nil }
        let (one, other) = (alignment.one, alignment.other)
        let prefix = zip(one, other).prefix { $0.equals($1) }.count
        let suffix = zip(one.dropFirst(prefix).reversed(), other.dropFirst(prefix).reversed())
            .prefix { $0.equals($1) }.count
        let (ones, others) = (one[prefix..<(one.count - suffix)], other[prefix..<(other.count - suffix)])
        for first in 1..<max(ones.count, 2) {
            let x = ones.prefix(first)
            guard same(x, others.suffix(first)) else { continue }
            for last in 1...max(1, ones.count - first) where first + last <= ones.count {
                let y = ones.suffix(last)
                let middle = ones.count - first - last
                guard same(y, others.prefix(last)),
                    same(ones.dropFirst(first).dropLast(last), others.dropFirst(last).dropLast(first))
                else { continue }
                // Two parts that follow each other directly may only be told in another order, unless both are names.
                if middle > 0 || suffix > 0 && mayBeActor(x) && mayBeActor(y) {
                    return Contrast(kind: .exchange, one: Array(x), other: Array(y))
                }
            }
        }
        return nil
    }

    /// Whether words hold a name, or are of a script that does not show it, and no part of the title begins with them.
    private func mayBeActor(_ words: ArraySlice<TitleToken>) -> Bool {
        words.contains { holdsName($0) || $0.traits.contains(.character) }
            && !words.contains { $0.isNumber || $0.traits.contains(.startsPart) }
    }

    private func same(_ ones: ArraySlice<TitleToken>, _ others: ArraySlice<TitleToken>) -> Bool {
        ones.count == others.count && zip(ones, others).allSatisfy { $0.equals($1) }
    }

    private func opposites(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.overlap.ofShorter >= 0.6, alignment.overlap.ofLonger >= 0.5 else { return nil }
        for one in alignment.own.one where one.traits.contains(.hasOpposite) {
            for other in alignment.own.other where other.traits.contains(.hasOpposite) {
                if Opposites.areOpposite(forms[Int(one.term)], forms[Int(other.term)]) {
                    return Contrast(kind: .opposites, one: [one], other: [other])
                }
            }
        }
        return nil
    }

    // MARK: Replacements

    private func names(_ alignment: TitleAlignment) -> Contrast? {
        let replaced = alignment.slots.filter(\.isReplacement)
        guard (1...2).contains(replaced.count), alignment.matched >= 2, alignment.overlap.ofLonger >= 0.4,
            alignment.unplaced <= (replaced.count == 1 ? 2 : 1)
        else { return nil }
        let own = alignment.own
        for slot in replaced where slot.one.count <= 4 && slot.other.count <= 4 {
            let ones = slot.one.filter { holdsName($0) && own.one.containsEqual($0) }
            let others = slot.other.filter { holdsName($0) && own.other.containsEqual($0) }
            guard !ones.isEmpty, !others.isEmpty, !areRelated(ones, others), ones.count == slot.one.count,
                others.count == slot.other.count
            else { continue }
            return Contrast(kind: .names, one: ones, other: others)
        }
        return nil
    }

    private func holdsName(_ token: TitleToken) -> Bool {
        token.term >= 0 && !token.isNumber && isName[Int(token.term)]
    }

    /// The same sentence with other words in one place.
    private func words(_ alignment: TitleAlignment) -> Contrast? {
        let replaced = alignment.slots.filter(\.isReplacement)
        let rest = alignment.unplaced
        guard replaced.count == 1, let slot = replaced.first, alignment.matched >= 3, alignment.overlap.ofLonger >= 0.5
        else { return nil }
        let isText = slot.one.allSatisfy { $0.traits.contains(.character) }
        let (shorter, longer) = (min(slot.one.count, slot.other.count), max(slot.one.count, slot.other.count))
        guard rest <= (isText ? 2 : alignment.matched >= 5 ? 1 : 0),
            isText
                ? longer <= 6
                : longer <= 2 && (shorter == 1 || alignment.matched >= 5) || longer == 3 && alignment.matched >= 5,
            !slot.one.contains(where: { $0.isNumber }), !slot.other.contains(where: { $0.isNumber }),
            !(slot.one + slot.other).contains(where: { $0.traits.contains(.casualty) }),
            !areRelated(Array(slot.one), Array(slot.other))
        else { return nil }
        return Contrast(kind: .words, one: Array(slot.one), other: Array(slot.other))
    }

    /// Whether a word of the one is a form, a part or an abbreviation of one of the other, or says the same.
    private func areRelated(_ ones: [TitleToken], _ others: [TitleToken]) -> Bool {
        ones.contains { one in
            others.contains { other in
                guard one.term >= 0, other.term >= 0 else { return false }
                let (form, otherForm) = (forms[Int(one.term)], forms[Int(other.term)])
                return RelatedWords.shareAPart(form, otherForm)
                    || one.traits.contains(.hasSynonym) && other.traits.contains(.hasSynonym)
                        && RelatedWords.areSynonyms(form, otherForm)
            }
        }
    }

    /// One name of a running story or column before a colon, and then things that have nothing in common.
    private func parts(_ one: [TitleToken], _ other: [TitleToken], behind kicker: Int?) -> Contrast? {
        guard let end = kicker else { return nil }
        let (ones, others) = (one[end...], other[end...])
        // Behind a name of several words one word is enough: “Word of the day: …”.
        let least = end >= 2 ? 1 : 2
        guard ones.count >= least, others.count >= least,
            !ones.contains(where: { word in others.contains { $0.equals(word) } })
        else { return nil }
        return Contrast(kind: .parts, one: Array(ones.prefix(3)), other: Array(others.prefix(3)))
    }
}

extension [TitleToken] {
    fileprivate func containsEqual(_ token: TitleToken) -> Bool { contains { $0.equals(token) } }
}
