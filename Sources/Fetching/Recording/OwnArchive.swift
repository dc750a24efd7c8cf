import NewsModel
import WebArchive

/// Tells the archives that this program wrote from all other files, by what they begin with.
enum OwnArchive {
    /// Whether one stands at a path; of one that is cut off within its first record, as far as what is left tells.
    static func stands(at path: String) -> Bool {
        guard let (text, isCut) = WARCReader.beginning(of: path, most: mostBytes) else { return false }
        guard let (message, start) = HTTPMessageBlock.read(text) else { return isCut && agrees(text[...], firstLines) }
        let head = WARCHead(fields: message.fields)
        guard message.startLine == version else { return false }
        if head.type == .resource { return head.uri?.hasPrefix(RecordURI.filePrefix) == true }
        let block = text[start...]
        let fields = HTTPMessageBlock.fields(in: Array(block))
        return head.type == .warcinfo
            && (fields.contains { $0.name == RecordDescription.formName } || isCut && agrees(block, firstField))
    }

    /// The head of the first record and what of its block says the form.
    private static let mostBytes = 4096
    private static let version = "WARC/1.1"
    private static let firstLines = "\(version)\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:"
    private static let firstField = "software: \(Product.name)/"

    /// Whether one of both is the beginning of the other.
    private static func agrees(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.starts(with: text.utf8) || text.utf8.starts(with: bytes)
    }
}
