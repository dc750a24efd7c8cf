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
            for name in names.split(separator: " ") {
                labels[String(name)] = encoding
                labels[String(name.filter { $0 != "_" && $0 != "-" })] = encoding
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

    private static let table: [(TextEncoding, String)] = [
        (.utf8, "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 unicode"),
        (
            .windows1252,
            "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1:1987 latin1 latin-1 l1 ascii"
        ),
        (
            .windows1252,
            "us-ascii ansi_x3.4-1968 ibm819 cp819 csisolatin1 iso-ir-100 iso-8859-1-windows-3.1-latin-1 ansi"
        ),
        (.utf16(isBigEndian: false), "utf-16 utf-16le ucs-2 iso-10646-ucs-2 csunicode"),
        (.utf16(isBigEndian: true), "utf-16be unicodefffe"),
        (.utf32(isBigEndian: false), "utf-32 utf-32le ucs-4 iso-10646-ucs-4"),
        (.utf32(isBigEndian: true), "utf-32be"),
        (.other("CP1254", isSingleByte: true), "iso-8859-9 latin5 l5 csisolatin5 iso-ir-148"),
        (.other("CP874", isSingleByte: true), "iso-8859-11 tis-620 windows-874 dos-874 cp874"),
        (.other("ISO-8859-8", isSingleByte: true), "iso-8859-8-i iso-8859-8-e logical visual hebrew"),
        (.other("ISO-8859-2", isSingleByte: true), "latin2 l2 csisolatin2"),
        (.other("ISO-8859-3", isSingleByte: true), "latin3 l3"),
        (.other("ISO-8859-4", isSingleByte: true), "latin4 l4"),
        (.other("ISO-8859-5", isSingleByte: true), "cyrillic csisolatincyrillic"),
        (.other("ISO-8859-6", isSingleByte: true), "arabic ecma-114"),
        (.other("ISO-8859-7", isSingleByte: true), "greek greek8 elot_928 ecma-118"),
        (.other("ISO-8859-10", isSingleByte: true), "latin6 l6"),
        (.other("ISO-8859-15", isSingleByte: true), "latin-9 latin9 l9 csisolatin9"),
        (.other("KOI8-R", isSingleByte: true), "koi8-r koi8 koi cskoi8r"),
        (.other("KOI8-U", isSingleByte: true), "koi8-u koi8-ru"),
        (.other("MACINTOSH", isSingleByte: true), "macintosh mac csmacintosh x-mac-roman macroman"),
        (.other("MAC-CYRILLIC", isSingleByte: true), "x-mac-cyrillic x-mac-ukrainian"),
        (.other("CP866", isSingleByte: true), "ibm866 cp866 866 csibm866"),
        (.other("CP437", isSingleByte: true), "ibm437 cp437"),
        (.other("CP850", isSingleByte: true), "ibm850 cp850"),
        (
            .other("GB18030", isSingleByte: false),
            "gb2312 gbk gb18030 gb_2312 gb_2312-80 chinese csgb2312 x-gbk cp936 euc-cn"
        ),
        (.other("BIG5-HKSCS", isSingleByte: false), "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
        (.other("EUC-JP-MS", isSingleByte: false), "euc-jp x-euc-jp cseucpkdfmtjapanese ujis"),
        (
            .other("CP932", isSingleByte: false),
            "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j cp932 ms932"
        ),
        (.other("ISO-2022-JP", isSingleByte: false), "iso-2022-jp csiso2022jp"),
        (
            .other("CP949", isSingleByte: false),
            "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949"
        ),
        (.other("ISO-2022-KR", isSingleByte: false), "iso-2022-kr csiso2022kr"),
    ]
}
