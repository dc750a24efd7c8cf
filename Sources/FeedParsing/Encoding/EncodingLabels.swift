import WebText

/// The names of encodings, as the web understands them (WHATWG Encoding §4.2): many a name means a larger encoding than
/// it says.
enum EncodingLabels {
    /// `nil` for a name that nobody knows.
    static func encoding(_ label: String) -> TextEncoding? {
        let label = label.trimmed.lowercased()
        if label == "utf-8" { return .utf8 }
        if let known = byLabel[label] { return known }
        return byLabel[label.filter { $0 != "_" && $0 != "-" && $0 != " " }]
    }

    private static let byLabel: [String: TextEncoding] = {
        var labels: [String: TextEncoding] = [:]
        for (encoding, names) in table {
            for name in names {
                labels[name] = encoding
                labels[name.filter { $0 != "_" && $0 != "-" }] = encoding
            }
        }
        for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
            labels["iso8859\(number)"] = .other("ISO-8859-\(number)", isSingleByte: true)
        }
        for number in 1250...1258 where number != 1252 {
            for prefix in ["windows", "cp", "xcp"] {
                labels["\(prefix)\(number)"] = .other("CP\(number)", isSingleByte: true)
            }
        }
        return labels
    }()

    private static let table: [(TextEncoding, ArraySlice<String>)] =
        WordList.rows(PackageResources.known_encodings_txt).compactMap { row in
            known[row[0]].map { ($0, row.dropFirst()) }
        }
        + WordList.rows(PackageResources.single_byte_encodings_txt).map { row in
            (.other(row[0], isSingleByte: true), row.dropFirst())
        }
        + WordList.rows(PackageResources.multibyte_encodings_txt).map { row in
            (.other(row[0], isSingleByte: false), row.dropFirst())
        }

    /// Those that are read without iconv.
    private static let known: [String: TextEncoding] = [
        "utf-8": .utf8, "windows-1252": .windows1252,
        "utf-16le": .utf16(isBigEndian: false), "utf-16be": .utf16(isBigEndian: true),
        "utf-32le": .utf32(isBigEndian: false), "utf-32be": .utf32(isBigEndian: true),
    ]
}
