import WebText

/// Says which ``Element`` a name of the document is, and remembers it by the name's address.
struct ElementNames {
    /// The namespace of the root element, which is the feed's own even if nobody knows it.
    var rootNamespace: String?

    private struct Slot {
        var local: UnsafeRawPointer?
        var space: UnsafeRawPointer?
        var element = Element.unknown
    }

    /// Found by open addressing; never more than half full.
    private var slots = [Slot](repeating: Slot(), count: 256)
    private var used = 0
    /// The vocabularies of the namespaces, or prefixes without one, that were met.
    private var modules: [(space: UnsafeRawPointer?, module: Element.Module)] = []

    @inline(__always)
    mutating func element(_ name: ElementName) -> Element {
        let local = UnsafeRawPointer(name.local)
        let space = UnsafeRawPointer(name.namespace ?? name.prefix)
        var index = Self.slot(local, space)
        while let known = slots[index].local {
            if known == local, slots[index].space == space { return slots[index].element }
            index = (index + 1) & 255
        }
        return remember(name, Slot(local: local, space: space), at: index)
    }

    /// Makes the namespace of the root element the feed's own.
    mutating func setRoot(_ name: ElementName) {
        rootNamespace = name.namespaceName
        slots = [Slot](repeating: Slot(), count: 256)
        used = 0
        modules.removeAll()
    }

    private static func slot(_ local: UnsafeRawPointer, _ space: UnsafeRawPointer?) -> Int {
        let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: space)
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) & 255)
    }

    @inline(never)
    private mutating func remember(_ name: ElementName, _ slot: Slot, at index: Int) -> Element {
        let module = module(of: name, at: slot.space)
        let element = module == .foreign ? .unknown : Element(module: module, name: Element.Name.named(name.localName))
        // A document of ever new names is an attack; the later ones are looked up each time.
        if used < 128 {
            used += 1
            slots[index] = Slot(local: slot.local, space: slot.space, element: element)
        }
        return element
    }

    private mutating func module(of name: ElementName, at space: UnsafeRawPointer?) -> Element.Module {
        if let known = modules.first(where: { $0.space == space }) { return known.module }
        let module = lookUpModule(of: name)
        if modules.count < 16 { modules.append((space, module)) }
        return module
    }

    private func lookUpModule(of name: ElementName) -> Element.Module {
        let namespace = name.namespaceName ?? ""
        if let rootNamespace, namespace == rootNamespace { return .core }
        if !namespace.isEmpty, let module = Namespaces.module(of: namespace) { return module }
        guard let prefix = name.prefixName else { return .core }
        return Namespaces.module(ofPrefix: prefix) ?? .foreign
    }
}

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
