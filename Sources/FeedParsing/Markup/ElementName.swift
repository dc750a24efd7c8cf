/// The name of an element as the parser gives it, valid during its callback.
///
/// The parser keeps each name, prefix and namespace once for a document, so that the same ones have the same addresses.
struct ElementName {
    let local: UnsafePointer<UInt8>
    let prefix: UnsafePointer<UInt8>?
    /// The namespace; `nil` where there is none, or where the prefix is not declared.
    let namespace: UnsafePointer<UInt8>?

    var localName: String { String(cString: local) }
    var prefixName: String? { prefix.map { String(cString: $0) } }
    var namespaceName: String? { namespace.map { String(cString: $0) } }
    var namespaceBytes: Bytes? { namespace.map { Bytes(cString: $0) } }
}
