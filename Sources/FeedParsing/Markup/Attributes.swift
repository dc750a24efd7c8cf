import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The attributes of one start tag, valid during its callback.
struct Attributes {
    typealias Name = UnsafePointer<UInt8>

    /// For each attribute its name, prefix, namespace, and the two ends of its value: the layout of SAX2.
    private let fields: UnsafeMutablePointer<Name?>?
    let count: Int

    init(fields: UnsafeMutablePointer<Name?>?, count: Int) {
        self.fields = fields
        self.count = fields == nil ? 0 : count
    }

    /// The value of the attribute of this name, whatever its case and prefix; an unprefixed one is preferred.
    func value(_ name: StaticString) -> Bytes? {
        var found: Bytes?
        for index in 0..<count where Self.is(fields?[index * 5], name) {
            if fields?[index * 5 + 1] == nil { return value(at: index) }
            found = found ?? value(at: index)
        }
        return found
    }

    /// The value of `xml:base` or `xml:lang`, by the name behind the prefix.
    func xml(_ name: StaticString) -> Bytes? {
        for index in 0..<count {
            if let prefix = fields?[index * 5 + 1], Self.is(prefix, "xml"), Self.is(fields?[index * 5], name) {
                return value(at: index)
            }
        }
        return nil
    }

    /// A value without the white space around it; `nil` where nothing is left.
    func trimmed(_ name: StaticString) -> Bytes? {
        guard let value = value(name)?.trimmed, !value.isEmpty else { return nil }
        return value
    }

    func text(_ name: StaticString) -> String? { trimmed(name)?.string }

    /// A number above zero.
    func size(_ name: StaticString) -> Int? {
        text(name).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    func name(at index: Int) -> Bytes {
        fields?[index * 5].map { Bytes(cString: $0) } ?? Bytes(start: nil, count: 0)
    }

    func isPrefixed(at index: Int) -> Bool { fields?[index * 5 + 1] != nil }

    func value(at index: Int) -> Bytes {
        guard let start = fields?[index * 5 + 3], let end = fields?[index * 5 + 4] else {
            return Bytes(start: nil, count: 0)
        }
        return Bytes(start: start, count: end - start)
    }

    /// Whether a name is `word`, which is lowercase, in any case.
    @inline(__always)
    private static func `is`(_ name: Name?, _ word: StaticString) -> Bool {
        guard let name else { return false }
        let length = word.utf8CodeUnitCount
        for index in 0..<length where name[index].lowercase != word.utf8Start[index] { return false }
        return name[length] == 0
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The bytes before the NUL.
    init(cString: UnsafePointer<UInt8>) {
        let count = cString.withMemoryRebound(to: CChar.self, capacity: 1) { strlen($0) }
        self.init(start: cString, count: count)
    }
}
