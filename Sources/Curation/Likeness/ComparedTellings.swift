/// Which tellings are compared in words, so that no source makes comparing cost more than it may.
///
/// What a source tells beyond ``mostPerSource`` costs all others time and changes what is rare among a night's words. So
/// such a source stands back: the others are grouped as if it were not there, and then the newest of its tellings join
/// the groups that they are like. Addresses, titles and links are compared of all.
struct ComparedTellings {
    /// The most tellings of one source that are compared in words; the newest are.
    static let mostPerSource = 500

    /// The places of the tellings that are compared with each other, in order.
    let first: [Int]
    /// Those of sources that tell too much, which are compared with the groups of the others.
    let later: [Int]
    /// How many tellings each source has that tells too much.
    let crowded: [String: Int]

    /// - Parameter tellings: in their fixed order, that of time.
    init(_ tellings: [Telling]) {
        var counts: [String: Int] = [:]
        for telling in tellings { counts[telling.source, default: 0] += 1 }
        crowded = counts.filter { $0.value > Self.mostPerSource }
        guard !crowded.isEmpty else {
            (first, later) = (Array(tellings.indices), [])
            return
        }
        let newest = Self.newest(of: tellings)
        // Where all tell too much there is nobody to stand back for.
        let allAreCrowded = crowded.count == counts.count
        let crowded = crowded
        first = newest.filter { allAreCrowded || crowded[tellings[$0].source] == nil }
        later = allAreCrowded ? [] : newest.filter { crowded[tellings[$0].source] != nil }
    }

    /// The places of the newest tellings of each source, in order. Those without a date are in order behind all others.
    private static func newest(of tellings: [Telling]) -> [Int] {
        var counts: [String: Int] = [:]
        return Array(
            tellings.indices.reversed().filter { place in
                counts[tellings[place].source, default: 0] += 1
                return counts[tellings[place].source, default: 0] <= mostPerSource
            }.reversed())
    }
}
