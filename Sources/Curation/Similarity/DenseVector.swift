/// One document's term weights as a dense vector, to compute its similarity to many others fast.
struct DenseVector {
    private let vectors: TermVectors
    private(set) var document: Int?
    /// By term; zero for all that do not stand in the document.
    private var weights: [Float]
    /// Whether something kept the titles apart of the two documents that were measured last.
    private(set) var wasContrasted = false
    /// Its title, once one was compared.
    private var title: LoadedTitle

    init(_ vectors: TermVectors) {
        self.vectors = vectors
        title = LoadedTitle(of: vectors.titles)
        weights = Array(repeating: 0, count: vectors.frequency.count)
    }

    /// Loads another document.
    mutating func load(_ document: Int) {
        guard document != self.document else { return }
        for index in self.document.map(vectors.range) ?? 0..<0 { weights[Int(vectors.entries[index].term)] = 0 }
        for index in vectors.range(document) {
            weights[Int(vectors.entries[index].term)] = vectors.entries[index].weight
        }
        self.document = document
    }

    /// The likeness of both documents' words, times what their distance in time leaves of it: 0…1. The same for two
    /// documents whichever of them is loaded. An answer below `least`, which is all that matters to the caller, may be
    /// too high.
    mutating func similarity(to other: Int, atLeast least: Double = 0) -> Double {
        wasContrasted = false
        guard let document else { return 0 }
        let product = product(with: other)
        // Distance in time only lowers it; without this most of the time would go into working that out.
        guard product > 0, Double(product) >= least else { return Double(product) }
        let closeness = vectors.closeness(document, other)
        guard Double(product) * closeness >= least else { return Double(product) * closeness }
        return contrasted(Double(product), with: other, document) * closeness
    }

    /// The cosine of both documents' words, and less where the titles look alike but something keeps them apart: 0…1,
    /// whatever lies between them in time.
    mutating func likeness(to other: Int) -> Double {
        guard let document else { return 0 }
        let product = Double(product(with: other))
        return product > 0 ? contrasted(product, with: other, document) : 0
    }

    private mutating func contrasted(_ product: Double, with other: Int, _ document: Int) -> Double {
        let product = product * vectors.share(document, other)
        if product >= Self.leastContrasted, let contrast = contrast(with: other, document) {
            wasContrasted = true
            return product * contrast.factor
        }
        guard vectors.showNames(document, other), !sharesName(with: other) else { return product }
        return product * vectors.weights.twins
    }

    private mutating func contrast(with other: Int, _ document: Int) -> Contrast? {
        guard !vectors.titles.isEmpty else { return nil }
        title.load(document)
        return vectors.contrast(document, other, sharing: title.overlap(with: other))
    }

    /// Of two documents less alike than this it does not matter what keeps them apart.
    private static let leastContrasted = 0.12

    /// Whether a name stands in both. Two matches, two banks, two arrests with different names are two stories.
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
