/// Finds what keeps two titles apart that have most of their words in common.
struct ContrastFinder: Sendable {
    typealias Title = UnsafeBufferPointer<TitleToken>

    let titles: TitleTokens
    /// By the number of a term.
    let isName: [Bool]
    let forms: [String]

    /// What keeps two titles apart, by their numbers, given the words that they share; `nil` where nothing does.
    func contrast(_ one: Int, _ other: Int, sharing overlap: WordOverlap) -> Contrast? {
        guard titles.count(of: one) > 1, titles.count(of: other) > 1 else { return nil }
        let kicker = titles.commonKicker(one, other)
        let areLike = overlap.ofShorter >= Self.leastCover && overlap.ofLonger >= Self.leastCoverOfLonger
        guard areLike || kicker != nil else { return nil }
        return titles.withWords(one, other) { ones, others in
            guard areLike else { return parts(ones, others, behind: kicker) }
            guard overlap.eachHasOwn || ones.count == others.count else { return nil }
            let alignment = TitleAlignment(ones, others, overlap: overlap)
            return numbers(alignment) ?? days(alignment) ?? exchange(alignment) ?? opposites(alignment)
                ?? names(alignment) ?? parts(ones, others, behind: kicker) ?? words(alignment)
        }
    }

    /// With less in common than this two titles are no look-alikes.
    private static let leastCover = 0.4
    private static let leastCoverOfLonger = 0.3

    // MARK: Numbers and days

    private func numbers(_ alignment: TitleAlignment) -> Contrast? {
        for i in alignment.ownOfOne where alignment.one[i].isNumber && !isRounded(alignment.one, i, in: alignment.other)
        {
            for j in alignment.ownOfOther where alignment.other[j].isNumber {
                let (one, other) = (alignment.one[i], alignment.other[j])
                guard !isRounded(alignment.other, j, in: alignment.one),
                    one.traits.contains(.ordinal) == other.traits.contains(.ordinal),
                    haveOneRole(alignment.one, i, alignment.other, j)
                else { continue }
                let mayGrow = !one.traits.contains(.ordinal)
                if mayGrow, isCasualty(alignment.one, i) || isCasualty(alignment.other, j) { continue }
                return Contrast(kind: .numbers, one: [one], other: [other])
            }
        }
        return codes(alignment)
    }

    /// Two versions or codes that are written alike: `1.89.0` and `1.90.0`, `Q2` and `Q3`.
    private func codes(_ alignment: TitleAlignment) -> Contrast? {
        for i in alignment.ownOfOne where alignment.one[i].traits.contains(.code) {
            for j in alignment.ownOfOther where alignment.other[j].traits.contains(.code) {
                let (one, other) = (alignment.one[i], alignment.other[j])
                guard haveOneForm(one, other), haveOneRole(alignment.one, i, alignment.other, j) else { continue }
                return Contrast(kind: .numbers, one: [one], other: [other])
            }
        }
        return nil
    }

    /// Whether two codes have the same letters before their first digit.
    private func haveOneForm(_ one: TitleToken, _ other: TitleToken) -> Bool {
        guard one.term >= 0, other.term >= 0 else { return false }
        let (ones, others) = (
            forms[Int(one.term)].prefix { !$0.isNumber }, forms[Int(other.term)].prefix { !$0.isNumber }
        )
        return ones == others
    }

    /// Whether a number is told roughly in another title, or that of the other here. What numbers an issue never is.
    private func isRounded(_ title: Title, _ index: Int, in other: Title) -> Bool {
        let number = title[index]
        if index > 0, title[index - 1].term >= 0, ColumnWords.issue.contains(forms[Int(title[index - 1].term)]) {
            return false
        }
        return other.contains { $0.isNumber && RoughNumbers.mayBeOne(number.value, $0.value) }
    }

    /// Whether two numbers stand before or behind the same word, or each at an end.
    private func haveOneRole(_ ones: Title, _ i: Int, _ others: Title, _ j: Int) -> Bool {
        if i + 1 < ones.count, j + 1 < others.count {
            if ones[i + 1].equals(others[j + 1]) { return true }
        }
        if i > 0, j > 0, ones[i - 1].equals(others[j - 1]) { return true }
        return false
    }

    private func isCasualty(_ tokens: Title, _ index: Int) -> Bool {
        let near = max(0, index - 2)...min(tokens.count - 1, index + 2)
        return tokens[near].contains { $0.traits.contains(.casualty) }
    }

    private func days(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.overlap.ofLonger >= 0.4,
            let one = alignment.ownOfOne.first(where: { alignment.one[$0].weekday > 0 }),
            let other = alignment.ownOfOther.first(where: { alignment.other[$0].weekday > 0 })
        else { return nil }
        return Contrast(kind: .days, one: [alignment.one[one]], other: [alignment.other[other]])
    }

    // MARK: Actions

    /// The same words, of which two have changed places around others that have not.
    private func exchange(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.ownOfOne.count + alignment.ownOfOther.count <= 1, alignment.one.count == alignment.other.count,
            alignment.matched < alignment.one.count,
            alignment.one.contains(where: { $0.traits.contains(.followsAgent) })
                == alignment.other.contains(where: { $0.traits.contains(.followsAgent) })
        else { return nil }
        let (one, other) = (alignment.one, alignment.other)
        if SymmetricWords.stand(in: one.map { $0.text(forms) }) { return nil }
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
    private func mayBeActor(_ words: Slice<Title>) -> Bool {
        words.contains { holdsName($0) || $0.traits.contains(.character) }
            && !words.contains { $0.isNumber || $0.traits.contains(.startsPart) }
    }

    private func same(_ ones: Slice<Title>, _ others: Slice<Title>) -> Bool {
        ones.count == others.count && zip(ones, others).allSatisfy { $0.equals($1) }
    }

    private func opposites(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.overlap.ofShorter >= 0.6, alignment.overlap.ofLonger >= 0.5 else { return nil }
        for one in alignment.ownOfOne.lazy.map({ alignment.one[$0] }) where one.traits.contains(.hasOpposite) {
            for other in alignment.ownOfOther.lazy.map({ alignment.other[$0] })
            where other.traits.contains(.hasOpposite) {
                if Opposites.areOpposite(forms[Int(one.term)], forms[Int(other.term)]) {
                    return Contrast(kind: .opposites, one: [one], other: [other])
                }
            }
        }
        return nil
    }

    // MARK: Replacements

    private func names(_ alignment: TitleAlignment) -> Contrast? {
        let replaced = alignment.replacements
        guard (1...2).contains(replaced), alignment.matched >= 2, alignment.overlap.ofLonger >= 0.4,
            alignment.unplaced <= (replaced == 1 ? 2 : 1)
        else { return nil }
        let slot = alignment.slots.first { slot in
            slot.isReplacement && slot.one.count <= 4 && slot.other.count <= 4
                && slot.one.allSatisfy { alignment.isOwn($0) && holdsName(alignment.one[$0]) }
                && slot.other.allSatisfy { alignment.isOwn(ofOther: $0) && holdsName(alignment.other[$0]) }
                && !areRelated(alignment.one[slot.one], alignment.other[slot.other])
        }
        return slot.map { contrast(.names, alignment, $0) }
    }

    private func contrast(_ kind: Contrast.Kind, _ alignment: TitleAlignment, _ slot: TitleAlignment.Slot) -> Contrast {
        Contrast(kind: kind, one: Array(alignment.one[slot.one]), other: Array(alignment.other[slot.other]))
    }

    private func holdsName(_ token: TitleToken) -> Bool {
        token.term >= 0 && !token.isNumber && isName[Int(token.term)]
    }

    /// The same sentence with other words in one place.
    private func words(_ alignment: TitleAlignment) -> Contrast? {
        guard alignment.replacements == 1, let slot = alignment.slots.first(where: \.isReplacement),
            alignment.matched >= 3, alignment.overlap.ofLonger >= 0.5
        else { return nil }
        let (ones, others) = (alignment.one[slot.one], alignment.other[slot.other])
        let isText = ones.allSatisfy { $0.traits.contains(.character) }
        let (shorter, longer) = (min(ones.count, others.count), max(ones.count, others.count))
        guard alignment.unplaced <= (isText ? 2 : alignment.matched >= 5 ? 1 : 0),
            isText
                ? longer <= 6
                : longer <= 2 && (shorter == 1 || alignment.matched >= 5) || longer == 3 && alignment.matched >= 5,
            !ones.contains(where: \.isNumber), !others.contains(where: \.isNumber),
            !tellsToll(alignment, ones, others), !areRelated(ones, others)
        else { return nil }
        return contrast(.words, alignment, slot)
    }

    /// Whether one of the words stands beside a count that may have grown into the other's.
    private func tellsToll(_ alignment: TitleAlignment, _ ones: Slice<Title>, _ others: Slice<Title>) -> Bool {
        (ones.contains { $0.traits.contains(.casualty) } || others.contains { $0.traits.contains(.casualty) })
            && (alignment.one.contains(where: \.isNumber) || alignment.other.contains(where: \.isNumber))
    }

    /// Whether a word of the one is a form, a part or an abbreviation of one of the other, or says the same.
    private func areRelated(_ ones: Slice<Title>, _ others: Slice<Title>) -> Bool {
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

    /// One name of a running story or column before a colon, and then things that have nothing in common, or little where it
    /// is a label; what both end with behind a bar or dash is the name of a paper or a section.
    private func parts(_ one: Title, _ other: Title, behind kicker: Int?) -> Contrast? {
        guard let end = kicker.map({ lastCommonPart(one, other, behind: $0) }) else { return nil }
        let (ones, others) = withoutCommonEnd(one[end...], other[end...])
        // Behind a name of several words one word is enough: “Word of the day: …”.
        let least = end >= 2 ? 1 : 2
        guard ones.count >= least, others.count >= least else { return nil }
        let shared = ones.count { word in others.contains { $0.equals(word) } }
        let isOfFormat = one.first?.traits.contains(.beginsWithFormat) == true
        guard shared == 0 || isOfFormat && areOtherPieces(ones, others, sharing: shared) else { return nil }
        let kind: Contrast.Kind = isOfFormat || end + ones.count < one.count ? .frames : .parts
        return Contrast(kind: kind, one: Array(ones.prefix(3)), other: Array(others.prefix(3)))
    }

    /// Whether two pieces of one kind are of different things: what they are of is told first, and then where and how.
    private func areOtherPieces(_ ones: Slice<Title>, _ others: Slice<Title>, sharing shared: Int) -> Bool {
        guard let first = ones.first, let other = others.first else { return false }
        let isOfOne = first.equals(other) || areRelated(ones.prefix(1), others.prefix(1))
        return Double(shared) < (isOfOne ? 0.6 : 0.75) * Double(max(ones.count, others.count))
    }

    /// Where the first parts of two titles end that are the same, given the end of the first of them.
    private func lastCommonPart(_ one: Title, _ other: Title, behind first: Int) -> Int {
        var end = first
        while let next = one.indices.dropFirst(end + 1).first(where: { one[$0].traits.contains(.startsPart) }),
            next < other.count, other[next].traits.contains(.startsPart), same(one[end..<next], other[end..<next])
        {
            end = next
        }
        return end
    }

    /// Two ends of titles without the last parts that are the same in both.
    private func withoutCommonEnd(_ ones: Slice<Title>, _ others: Slice<Title>) -> (Slice<Title>, Slice<Title>) {
        var ends = (ones, others)
        while let shorter = withoutLastPart(ends.0, ends.1) { ends = shorter }
        return ends
    }

    /// The same without one of them; `nil` where they end otherwise.
    private func withoutLastPart(_ ones: Slice<Title>, _ others: Slice<Title>) -> (Slice<Title>, Slice<Title>)? {
        guard let one = ones.dropFirst().lastIndex(where: { !$0.traits.isDisjoint(with: .border) }),
            let other = others.dropFirst().lastIndex(where: { !$0.traits.isDisjoint(with: .border) }),
            same(ones[one...], others[other...])
        else { return nil }
        return (ones[..<one], others[..<other])
    }
}
