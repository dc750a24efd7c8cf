import NewsModel

/// Which documents are compared in words, and in which order, so that no source makes clustering cost more than its share.
///
/// What a source has beyond ``mostPerSource`` costs all others time and changes which words are rare. So such a source
/// comes last: the others are clustered as if it were not there, and then the newest of its documents join the groups that
/// they are similar to. Addresses, titles and links are compared of all.
struct ComparedDocuments {
    /// The most documents of one source that are compared in words; the newest are.
    static let mostPerSource = 500

    /// The indices of the documents that are compared with each other, in order.
    let first: [Int]
    /// Those of sources with too many, which are compared with the groups of the others.
    let later: [Int]
    /// How many documents each source has that has too many.
    let crowded: [SourceID: Int]

    /// Documents in their fixed order, that of time.
    init(_ documents: [Document]) {
        var counts: [SourceID: Int] = [:]
        for document in documents { counts[document.source, default: 0] += 1 }
        crowded = counts.filter { $0.value > Self.mostPerSource }
        guard !crowded.isEmpty else {
            (first, later) = (Array(documents.indices), [])
            return
        }
        let newest = Self.newest(of: documents)
        // Where all sources have too many none comes last.
        let allAreCrowded = crowded.count == counts.count
        let crowded = crowded
        first = newest.filter { allAreCrowded || crowded[documents[$0].source] == nil }
        later = allAreCrowded ? [] : newest.filter { crowded[documents[$0].source] != nil }
    }

    /// The indices of the newest documents of each source, in order. Those without a date are in order behind all others.
    private static func newest(of documents: [Document]) -> [Int] {
        var counts: [SourceID: Int] = [:]
        return Array(
            documents.indices.reversed().filter { index in
                counts[documents[index].source, default: 0] += 1
                return counts[documents[index].source, default: 0] <= mostPerSource
            }.reversed())
    }
}

/// Chooses the representatives of a group: the members that are compared with other documents in words.
///
/// Hundreds of documents of one story are no better measure of its words than some of each source.
enum Representatives {
    /// The most representatives of a group, and of one source among them.
    static let mostOfGroup = 32
    static let mostOfSource = 8

    /// Those of some documents that represent their groups, in order.
    static func of(_ indices: [Int], among documents: [Document], in merger: Merger) -> [Int] {
        var bySource: [Owner: Int] = [:]
        var byGroup: [Int: Int] = [:]
        return indices.filter { index in
            let root = merger.root(of: index)
            guard merger.count(of: root) > mostOfSource else { return true }
            let owner = Owner(group: root, source: documents[index].source)
            guard byGroup[root, default: 0] < mostOfGroup, bySource[owner, default: 0] < mostOfSource else {
                return false
            }
            byGroup[root, default: 0] += 1
            bySource[owner, default: 0] += 1
            return true
        }
    }

    private struct Owner: Hashable {
        let group: Int
        let source: SourceID
    }
}

/// The bounds of comparing one document with others, so that the cost grows with the number of documents and not with its
/// square, whatever they say. Usual nights stay far below.
struct PairLimits {
    /// So many earlier postings of a term are read, the latest.
    var postings: Int
    /// With so many earlier documents of one source, and of all, the similarity is computed, the latest.
    var measuredOfSource: Int
    var measured: Int
    /// So many pairs with earlier ones a document has.
    var pairs: Int

    static let standard = PairLimits(postings: 4096, measuredOfSource: 32, measured: 192, pairs: 32)
    static let none = PairLimits(postings: .max, measuredOfSource: .max, measured: .max, pairs: .max)
}

/// A work budget: how many similarities may still be computed.
///
/// A step that would take a large part of what is left is not taken, so that the last of it goes into small groups, not
/// into a large one.
struct WorkBudget {
    private(set) var left: Int

    /// How many similarities may be computed.
    init(_ left: Int) {
        self.left = left
    }

    /// What a night of so many documents may cost: several times what is usual.
    init(documents: Int) {
        self.init(1_000_000 + 200 * documents)
    }

    /// Takes the cost of a step from the budget; whether there is room for it.
    mutating func allows(_ cost: Int) -> Bool {
        guard cost <= left / Self.largestPart else { return false }
        left -= cost
        return true
    }

    private static let largestPart = 16
}

/// Numbers for the ids of sources, which are compared far more often than read.
enum SourceNumbers {
    /// The number of each id: equal for equal ones, from 0 in the order in which they are first met.
    static func of(_ ids: [SourceID]) -> [Int] {
        var numbers: [SourceID: Int] = [:]
        return ids.map { id in
            if let number = numbers[id] { return number }
            let number = numbers.count
            numbers[id] = number
            return number
        }
    }
}
