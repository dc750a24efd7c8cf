/// Undoes codings that were put one over the other, piece by piece, each within the bounds of an ``Inflater``.
///
/// Where a coding is said to be there twice and is there once, as where two servers in a row say what one has done, it is
/// undone once.
package final class LayeredInflater {
    private let layers: [Layer]

    private final class Layer {
        var inflater: Inflater

        init(_ inflater: consuming Inflater) { self.inflater = inflater }
    }

    /// - Parameters:
    ///   - formats: what was put on last comes first.
    ///   - maxBytes: the most that comes of each.
    package init(_ formats: [Inflater.Format], maxBytes: Int) {
        layers = formats.indices.map { index in
            Layer(Inflater(formats[index], maxBytes: maxBytes, mayBePlain: index > 0 && formats[index] == formats[0]))
        }
    }

    /// Takes the next bytes of the body, and hands over what they decompress to.
    package func read(_ chunk: UnsafeRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        try read(chunk, from: 0, consume)
    }

    private func read(
        _ chunk: UnsafeRawBufferPointer, from index: Int, _ consume: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard index < layers.count else { return try consume(chunk) }
        try layers[index].inflater.read(chunk) { try read($0, from: index + 1, consume) }
    }

    /// - Throws: ``BodyError/truncatedCoding``, unless the data of each has come to its own end.
    func finish() throws(BodyError) {
        for layer in layers { try layer.inflater.finish() }
    }
}
