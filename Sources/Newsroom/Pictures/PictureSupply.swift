import Fetching

/// The source of the bytes of pictures that an edition shows and its site has no copies of.
enum PictureSupply: Sendable {
    /// Nobody: what the site does not have already is not shown.
    case nobody
    /// The network, in the time that a batch left; its sources took so long.
    case batch(OpenBatch, elapsed: Duration)
    /// The records of the night.
    case records(RecordedPictures)

    /// Those of the pictures at some addresses that can be had, in their order.
    /// - Throws: ``RunFailure`` where a record can't be read.
    func pictures(at addresses: [String]) async throws(RunFailure) -> [FetchedPicture] {
        switch self {
        case .nobody: return []
        case .batch(let batch, _): return await batch.pictures(at: addresses)
        case .records(let records):
            do { return try records.pictures(at: addresses) } catch { throw .cannot(error.description) }
        }
    }

    /// Ends what is still open, and the record of the batch.
    func close() {
        guard case .batch(let batch, let elapsed) = self else { return }
        batch.close(elapsed: elapsed)
    }
}
