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

    /// Forgets what it knows: the addresses are another document's, or names mean something else from now on.
    mutating func forget() {
        slots = [Slot](repeating: Slot(), count: 256)
        used = 0
    }

    private static func slot(_ local: UnsafeRawPointer, _ space: UnsafeRawPointer?) -> Int {
        let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: space)
        return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) & 255)
    }

    private mutating func remember(_ name: ElementName, _ slot: Slot, at index: Int) -> Element {
        let element = lookUp(name)
        // A document of ever new names is an attack; the later ones are looked up each time.
        if used < 128 {
            used += 1
            slots[index] = Slot(local: slot.local, space: slot.space, element: element)
        }
        return element
    }

    private func lookUp(_ name: ElementName) -> Element {
        let module = module(of: name)
        guard module != .foreign else { return .unknown }
        return Element(module: module, name: Element.Name(rawValue: name.localName.lowercased()) ?? .other)
    }

    private func module(of name: ElementName) -> Element.Module {
        let namespace = name.namespaceName ?? ""
        if let rootNamespace, namespace == rootNamespace { return .core }
        if !namespace.isEmpty, let module = Namespaces.module(of: namespace) { return module }
        guard let prefix = name.prefixName else { return .core }
        return Namespaces.module(ofPrefix: prefix) ?? .foreign
    }
}
