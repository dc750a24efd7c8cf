/// What relative addresses are relative to: the `xml:base` of the elements that are open (XML Base), then the address of
/// the document.
struct BaseStack {
    /// The address of the document.
    var document: String?
    private var stack: [(depth: Int, base: String)] = []

    var current: String? { stack.last?.base ?? document }

    /// The depth of the element that said the current base; 0 for the document's.
    private(set) var depth = 0

    mutating func push(_ reference: Bytes, depth: Int) {
        guard let base = Reference.resolve(reference, base: current) else { return }
        stack.append((depth, Reference.base(base)))
        self.depth = depth
    }

    mutating func pop() {
        stack.removeLast()
        depth = stack.last?.depth ?? 0
    }
}
