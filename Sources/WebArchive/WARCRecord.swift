package import Foundation
import WebText

/// The kinds of records that are written here (WARC 1.1 §5.5, §6).
package enum WARCType: String, Sendable, Hashable, CaseIterable {
    case warcinfo, request, response, revisit, metadata, resource
}

/// The head of a WARC record: named fields in order, of which a few are defined (ISO 28500, WARC 1.1 §5).
package struct WARCHead: Sendable, Hashable {
    /// A named field.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field]

    package init(fields: [Field] = []) {
        self.fields = fields
    }

    /// The head of a new record, still without its length and digests.
    package init(_ type: WARCType, id: String, date: Date, uri: String? = nil, contentType: String? = nil) {
        fields = [Field("WARC-Type", type.rawValue), Field("WARC-Record-ID", id)]
        fields.append(Field("WARC-Date", RFC3339.precise(date)))
        if let uri { fields.append(Field("WARC-Target-URI", uri)) }
        if let contentType { fields.append(Field("Content-Type", contentType)) }
    }

    /// The value of a field, its name in any case.
    package subscript(name: String) -> String? {
        fields.first { $0.name.caseInsensitiveCompare(name) == .orderedSame }?.value
    }

    package mutating func add(_ name: String, _ value: String?) {
        if let value { fields.append(Field(name, value)) }
    }

    /// `nil` for a kind that is not written here.
    package var type: WARCType? { self["WARC-Type"].flatMap(WARCType.init) }

    package var id: String? { self["WARC-Record-ID"] }

    package var date: Date? { self["WARC-Date"].flatMap(RFC3339.date) }

    /// The address that the record is of; WARC 1.0 as some write it has it in angle brackets.
    package var uri: String? {
        guard let uri = self["WARC-Target-URI"] else { return nil }
        return uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    }

    /// What the block is, without parameters, in small letters: `application/http`.
    package var contentType: String? {
        self["Content-Type"].flatMap {
            $0.split(separator: ";").first?.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }

    /// Why the block is not whole; `nil` where it is.
    package var truncation: WARCTruncation? {
        self["WARC-Truncated"].map { WARCTruncation(rawValue: $0.lowercased()) ?? .unspecified }
    }

    /// As it is written: the line of the version, the fields, and an empty line.
    var text: String {
        // A line break in a value would begin another field.
        let lines = fields.map { "\($0.name): \($0.value.filter { !$0.isNewline })\r\n" }
        return "WARC/1.1\r\n\(lines.joined())\r\n"
    }
}

/// Why a block is not whole (WARC 1.1 §5.13).
package enum WARCTruncation: String, Sendable, Hashable {
    case length, time, disconnect, unspecified
}

/// Ids of records (WARC 1.1 §5.2): of one file, told apart by a number.
package enum WARCRecordID {
    /// A version 8 UUID (RFC 9562 §5.8) of 60 bits that the file has of its own, and a number of 32.
    package static func text(file: UInt64, number: Int) -> String {
        let (high, low) = (file, UInt64(truncatingIfNeeded: number))
        let bytes = [
            UInt64(high >> 28) & 0xFFFF_FFFF, (high >> 12) & 0xFFFF, 0x8000 | high & 0xFFF, 0x8000,
            low & 0xFFFF_FFFF_FFFF,
        ]
        let widths = [8, 4, 4, 4, 12]
        let parts = zip(bytes, widths).map { number, width in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "<urn:uuid:\(parts.joined(separator: "-"))>"
    }
}
