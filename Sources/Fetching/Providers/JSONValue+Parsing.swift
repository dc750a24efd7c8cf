import WebText

extension JSONValue {
    /// Reads a whole document; what is none is a ``FetchFailure`` `malformed` that says what was there instead.
    init(parsing bytes: [UInt8]) throws(FetchFailure) {
        do {
            self = try JSONReader.document(bytes)
        } catch {
            throw Self.failure(error, bytes)
        }
    }

    private static func failure(_ error: JSONError, _ bytes: [UInt8]) -> FetchFailure {
        switch error {
        case .empty: .malformed("an empty answer in place of JSON")
        case .malformed:
            .malformed(bytes.first(where: isSaid) == UInt8(ascii: "<") ? "a web page in place of JSON" : "broken JSON")
        case .tooDeep(let limit): tooLarge("is nested deeper than \(limit) levels")
        case .tooManyValues(let limit): tooLarge("has more than \(limit) values")
        case .tooManyElements(let limit): tooLarge("has a list of more than \(limit) entries")
        case .cancelled: .late("still reading")
        }
    }

    private static func tooLarge(_ how: String) -> FetchFailure {
        .refused("The document \(how).", advice: Advice.excessive)
    }

    /// Whether a byte is neither white space nor of a byte order mark.
    private static func isSaid(_ byte: UInt8) -> Bool { !byte.isBlank && ![0xEF, 0xBB, 0xBF].contains(byte) }
}
