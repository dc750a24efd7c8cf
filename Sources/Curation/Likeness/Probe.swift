/// One telling's terms laid out so that its similarity to many others is found fast.
struct Probe {
    private let vectors: TermVectors
    private(set) var telling: Int?
    /// By term; zero for all that do not stand in the telling.
    private var weights: [Float]

    init(_ vectors: TermVectors) {
        self.vectors = vectors
        weights = Array(repeating: 0, count: vectors.frequency.count)
    }

    /// Lays out another telling.
    mutating func aim(at telling: Int) {
        guard telling != self.telling else { return }
        for place in self.telling.map(vectors.range) ?? 0..<0 { weights[Int(vectors.entries[place].term)] = 0 }
        for place in vectors.range(telling) {
            weights[Int(vectors.entries[place].term)] = vectors.entries[place].weight
        }
        self.telling = telling
    }

    /// The cosine of both tellings' words, times what their distance in time leaves of it, and less where they look
    /// alike but name others. The same for two tellings whichever of them the probe is aimed at.
    ///
    /// - Parameters:
    ///   - other: the telling to compare with.
    ///   - least: what matters to the caller; below it the answer may be too high, but stays below.
    /// - Returns: 0…1.
    func similarity(to other: Int, atLeast least: Double = 0) -> Double {
        guard let telling else { return 0 }
        let product = product(with: other)
        // Distance in time only lowers it; without this most of the time would go into working that out.
        guard product > 0, Double(product) >= least else { return Double(product) }
        let likeness = Double(product) * vectors.closeness(telling, other)
        guard likeness >= least, vectors.showNames(telling, other), !sharesName(with: other) else { return likeness }
        return likeness * vectors.weights.twins
    }

    /// Two matches, two banks, two arrests: each names somebody, and neither anybody of the other's.
    private func sharesName(with other: Int) -> Bool {
        withTerms(of: other) { entries, weights in
            entries.contains { weights[Int($0.term)] > 0 && vectors.isName[Int($0.term)] }
        }
    }

    private func product(with other: Int) -> Float {
        withTerms(of: other) { entries, weights in
            var sum: Float = 0
            for entry in entries { sum += entry.weight * weights[Int(entry.term)] }
            return sum
        }
    }

    @inline(__always)
    private func withTerms<Answer>(
        of other: Int, _ body: (Slice<UnsafeBufferPointer<TermVectors.Entry>>, UnsafeBufferPointer<Float>) -> Answer
    ) -> Answer {
        vectors.entries.withUnsafeBufferPointer { entries in
            weights.withUnsafeBufferPointer { weights in body(entries[vectors.range(other)], weights) }
        }
    }
}
