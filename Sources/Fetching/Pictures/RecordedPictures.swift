package import NewsModel

/// Finds pictures in the records of a night.
package struct RecordedPictures: Sendable {
    private let records: RecordSet
    private let secrets: NamedSecrets
    private let mostBodyBytes: Int

    /// Those in `records`; `secrets` of the configuration take the places of their placeholders, and no body that is read
    /// has more bytes than `mostBodyBytes`.
    package init(_ records: RecordSet, secrets: NamedSecrets, mostBodyBytes: Int) {
        self.records = records
        self.secrets = secrets
        self.mostBodyBytes = mostBodyBytes
    }

    /// Those of the pictures at some addresses that were recorded, in the order of the addresses.
    /// - Throws: a sentence, where a record can't be read.
    package func pictures(at addresses: [String]) throws(RecordFailure) -> [FetchedPicture] {
        let wanted = Set(addresses)
        var found: [String: FetchedPicture] = [:]
        for file in records.files {
            var reader = try RecordReader(path: file.path, secrets: secrets, mostBodyBytes: mostBodyBytes)
            while let (address, bytes) = try reader.nextPicture() {
                if wanted.contains(address) { found[address] = FetchedPicture(address: address, bytes: bytes) }
            }
        }
        return addresses.compactMap { found[$0] }
    }
}
