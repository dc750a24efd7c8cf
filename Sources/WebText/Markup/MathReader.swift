/// Reads the elements of a formula out of HTML of unknown quality.
struct MathReader {
    private let bytes: Bytes
    /// Where reading goes on; behind the formula once it was read.
    private(set) var at: Int
    private var tags: TagReader
    private var open: [Element] = []

    /// An element that is open.
    private struct Element {
        var element: MathElement?
        var name: String
        /// Of an element with brackets, what they are.
        var attributes: [String: String] = [:]
        var children: [MathNode] = []
    }

    /// More deeply nested elements are not told apart.
    private static let deepest = 64

    /// - Parameters:
    ///   - bytes: The HTML.
    ///   - start: Behind the start tag of the formula.
    init(_ bytes: Bytes, from start: Int) {
        self.bytes = bytes
        at = start
        tags = TagReader(bytes)
    }

    static func isRoot(_ name: String) -> Bool { name == "math" || name == "mml:math" || name == "m:math" }

    mutating func nodes() -> [MathNode] {
        open = [Element(element: .math, name: "math")]
        while at < bytes.count, !open.isEmpty { step() }
        while open.count > 1 { close() }
        return open.first?.children ?? finished
    }

    private var finished: [MathNode] = []

    private mutating func step() {
        let next = bytes.index(of: ASCII.lessThan, from: at) ?? bytes.count
        if next > at { addText(bytes.part(at..<next)) }
        at = next
        guard at < bytes.count else { return }
        guard let tag = tags.tag(at: at) else {
            addText(bytes.part(at..<at + 1))
            at += 1
            return
        }
        at = tag.end
        let name = MathElement.local(tag.name)
        if tag.isEnd {
            end(name)
        } else if MathElement.isRepetition(name) {
            skip(name)
        } else if open.count < Self.deepest, let element = MathElement(named: name) {
            open.append(Element(element: element, name: name, attributes: attributes(of: tag)))
            if bytes[tag.end - 2] == ASCII.slash { close() }
        }
    }

    private mutating func end(_ name: String) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        while open.count > max(index, 1) { close() }
        if index == 0 { finished = open.removeLast().children }
    }

    private mutating func close() {
        let last = open.removeLast()
        guard let element = last.element, !open.isEmpty else { return }
        let children = MathElement.fenced(last.children, in: last.name) { last.attributes[$0] }
        open[open.count - 1].children.append(.element(element, children: children))
    }

    private func attributes(of tag: Tag) -> [String: String] {
        guard MathElement.isFenced(tag.name) else { return [:] }
        var attributes: [String: String] = [:]
        var scanner = AttributeScanner(bytes: bytes, at: tag.attributes, end: tag.end - 1)
        while let attribute = scanner.next() {
            let name = bytes.part(attribute.name).string.lowercased()
            attributes[name] = attributes[name] ?? PlainText.of(bytes.part(attribute.value), as: .html)
        }
        return attributes
    }

    private mutating func skip(_ name: String) {
        while let found = bytes.first("</", from: at) {
            at = found + 2
            guard let tag = tags.tag(at: found) else { continue }
            if MathElement.local(tag.name) == name || MathElement.local(tag.name) == "math" {
                at = MathElement.local(tag.name) == name ? tag.end : found
                return
            }
        }
        at = bytes.count
    }

    private mutating func addText(_ text: Bytes) {
        let plain = PlainText.of(text, as: .html)
        guard !plain.isEmpty, !open.isEmpty else { return }
        open[open.count - 1].children.append(.text(plain))
    }
}
