import CLibXML2
import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Any encoding in, UTF-8 out.
enum Transcoder {
    /// Decodes a whole document, as the bytes themselves, the transfer and its declaration tell, in this order.
    ///
    /// A claim that the bytes contradict is passed over: what is valid UTF-8 by more than chance is UTF-8, whatever it is
    /// said to be in; and where nothing fits, each byte that is no UTF-8 is read as windows-1252.
    static func utf8(_ bytes: Bytes, contentType: String?) -> [UInt8] {
        if let (encoding, length) = TextEncoding.evident(in: bytes) {
            return text(bytes.part(length..<bytes.count), as: encoding)
        }
        let declared = TextEncoding.declared(in: bytes, contentType: contentType)
        let isUTF8 = UTF8Validity.isValid(bytes)
        for encoding in declared {
            switch encoding {
            case .utf8 where isUTF8: return Array(bytes)
            case .windows1252, .other(_, isSingleByte: true):
                let evidence = isUTF8 ? UTF8Evidence(in: bytes) : nil
                if let evidence, evidence.isASCII || evidence.outweighs(encoding) { return Array(bytes) }
                return text(bytes, as: encoding)
            case .other(let name, _):
                if isUTF8, UTF8Evidence(in: bytes).outweighs(encoding) { return Array(bytes) }
                if let text = convert(bytes, from: name, isStrict: true) { return text }
            case .utf8, .utf16, .utf32: break
            }
        }
        if !isUTF8, case .other(let name, _)? = declared.first, let text = convert(bytes, from: name, isStrict: false) {
            return text
        }
        return isUTF8 ? Array(bytes) : UTF8Validity.mended(bytes)
    }

    /// Whether a document is in none of the encodings that it could be in.
    static func isMended(_ bytes: Bytes, contentType: String?) -> Bool {
        if let evident = TextEncoding.evident(in: bytes), evident.encoding != .utf8 { return false }
        let declared = TextEncoding.declared(in: bytes, contentType: contentType)
        return declared.allSatisfy { $0 == .utf8 } && !UTF8Validity.isValid(bytes)
    }

    /// Whether a document may be read as UTF-8 as it comes, as far as its beginning tells.
    static func isUTF8(beginning bytes: Bytes, contentType: String?) -> Bool {
        if let evident = TextEncoding.evident(in: bytes) { return evident.encoding == .utf8 }
        let declared = TextEncoding.declared(in: bytes, contentType: contentType)
        return declared.first.map { $0 == .utf8 } ?? true
    }

    private static func text(_ bytes: Bytes, as encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: UTF8Validity.isValid(bytes) ? Array(bytes) : UTF8Validity.mended(bytes)
        case .windows1252: Windows1252.utf8(bytes)
        case .utf16(let isBigEndian): WideText.utf16(bytes, isBigEndian: isBigEndian)
        case .utf32(let isBigEndian): WideText.utf32(bytes, isBigEndian: isBigEndian)
        case .other(let name, _): convert(bytes, from: name, isStrict: false) ?? UTF8Validity.mended(bytes)
        }
    }

    /// Through iconv, which comes with the C library. `nil` where it does not know the encoding, or where the bytes are
    /// not in it and the reading is strict; otherwise each wrong byte becomes U+FFFD.
    private static func convert(_ bytes: Bytes, from name: String, isStrict: Bool) -> [UInt8]? {
        guard let converter = Converter(from: name) else { return nil }
        return converter.convert(bytes, isStrict: isStrict)
    }
}

/// One conversion of iconv's.
private struct Converter: ~Copyable {
    private let handle: iconv_t

    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    func convert(_ bytes: Bytes, isStrict: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2)
        let size = 1 << 16
        var at = 0
        while at < bytes.count {
            var isStuck = false
            let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                (count, isStuck) = step(bytes, &at, into: buffer)
            }
            output.append(contentsOf: block)
            guard isStuck else { continue }
            if isStrict { return nil }
            output.append(scalar: 0xFFFD)
            at += 1
        }
        return output
    }

    /// Converts what fits; says how many bytes it wrote, and whether it stopped at one that means nothing.
    private func step(
        _ bytes: Bytes, _ at: inout Int, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> (Int, isStuck: Bool) {
        let rest = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.advanced(by: at)
        var input = rest?.assumingMemoryBound(to: CChar.self)
        var inputLeft = bytes.count - at
        var output = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var outputLeft = buffer.count
        let result = iconv(handle, &input, &inputLeft, &output, &outputLeft)
        at = bytes.count - inputLeft
        // Otherwise the buffer was full.
        let isStuck = result == -1 && errno != E2BIG
        return (buffer.count - outputLeft, isStuck)
    }
}

/// UTF-16 and UTF-32.
enum WideText {
    static func utf16(_ bytes: Bytes, isBigEndian: Bool) -> [UInt8] {
        let units = (0..<bytes.count / 2).lazy.map { index -> UInt16 in
            let first = UInt16(bytes[index * 2])
            let second = UInt16(bytes[index * 2 + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return utf8(units, UTF16.self)
    }

    static func utf32(_ bytes: Bytes, isBigEndian: Bool) -> [UInt8] {
        let units = (0..<bytes.count / 4).lazy.map { index -> UInt32 in
            (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[index * 4 + (isBigEndian ? $1 : 3 - $1)]) }
        }
        return utf8(units, UTF32.self)
    }

    /// What is no character becomes U+FFFD.
    private static func utf8<Encoding: Unicode.Encoding>(
        _ units: some Sequence<Encoding.CodeUnit>, _ encoding: Encoding.Type
    ) -> [UInt8] {
        var text: [UInt8] = []
        _ = transcode(
            units.makeIterator(), from: encoding, to: UTF8.self, stoppingOnError: false, into: { text.append($0) })
        return text
    }
}
