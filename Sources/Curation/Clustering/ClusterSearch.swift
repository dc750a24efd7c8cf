import Parallelism

/// The search for the tellings of one night that are one story.
struct ClusterSearch {
    private let tellings: [Telling]
    private let weights: LikenessWeights?
    /// Which of them are compared in words.
    let compared: ComparedTellings

    /// - Parameters:
    ///   - tellings: in their fixed order.
    ///   - weights: how alike stories must be; with `nil` only the same address counts.
    init(_ tellings: [Telling], weights: LikenessWeights?) {
        self.tellings = tellings
        self.weights = weights
        compared = ComparedTellings(tellings)
    }

    /// Joins all groups. The sources that tell too much come last, when the groups of the others stand.
    func join(in merger: inout Merger) {
        let first = compared.first
        let (addresses, titles) = Parallel.both({ Addresses(of: tellings, at: first) }, read)
        joinTheSame(first, addresses, titles.columns, in: &merger)
        let likeness = weights.map {
            Likeness(tellings, headlines: titles.headlines, columns: titles.columns, weights: $0)
        }
        likeness?.join(first, in: &merger)
        guard first.count < tellings.count else { return }
        merger.settle(first)
        let all = Array(tellings.indices)
        joinTheSame(all, Addresses(of: tellings, at: all), titles.columns, in: &merger)
        likeness?.join(compared.later, toGroupsOf: first, in: &merger)
    }

    /// Joins what is the same by its address, its title or what it links to.
    private func joinTheSame(_ places: [Int], _ addresses: Addresses, _ columns: Columns, in merger: inout Merger) {
        Identity.joinByAddress(tellings, addresses.places, in: &merger)
        guard weights != nil else { return }
        Identity.joinByTitle(places, columns: columns, in: &merger)
        Identity.joinByLink(addresses, in: &merger)
    }

    /// The titles taken apart. Words are kept of those alone that are compared: those of all take far more memory than
    /// the titles themselves.
    private func read() -> (headlines: [Headline], columns: Columns) {
        var isCompared = [Bool](repeating: false, count: tellings.count)
        for place in compared.first + compared.later { isCompared[place] = true }
        let titles = Parallel.map(tellings.count, inPiecesOf: Parallel.pieceSize) { [isCompared] place in
            let headline = Headline(tellings[place])
            return (isCompared[place] ? headline : headline.withoutWords, Columns.Title(headline))
        }
        return (titles.map(\.0), Columns(tellings, titles: titles.map(\.1)))
    }
}
