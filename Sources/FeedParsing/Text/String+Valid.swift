extension UnsafeBufferPointer where Element == UInt8 {
    /// The text of these bytes; what is no UTF-8 in them becomes U+FFFD.
    var string: String {
        #if os(Linux)
            // The library checks a text byte by byte from its first accent on, which would take a quarter of all the
            // time: ours goes over the ASCII between accents eight bytes at once.
            if UTF8Validity.isValid(self) {
                return String(copying: unsafe UTF8Span(unchecked: Span(_unsafeElements: self)))
            }
        #endif
        return String(decoding: self, as: UTF8.self)
    }
}
