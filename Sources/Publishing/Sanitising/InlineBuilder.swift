import WebText

/// Turns text and the elements that run with it into what may be published of them: the allowlist applied, every element
/// where HTML lets it stand, so that a browser reads exactly the tree that we meant. ``BlockBuilder`` does so with blocks.
struct InlineBuilder {
    /// What relative links are resolved against.
    let base: String?
    let pictures: PicturePlaces
    /// Where links and pictures may lead.
    let reach: HostReach
    /// The language of the text (BCP 47), where it is known.
    var language: String?

    /// Deeper nesting is flattened: no text needs it.
    static let deepest = 24

    /// Text and what runs with it; of blocks, only what stands in them.
    func fragments(of nodes: [HTMLNode], depth: Int, within ancestors: Set<AllowedElement> = []) -> [Fragment] {
        readable(nodes).flatMap { fragments(of: $0, depth: depth, within: ancestors) }
    }

    /// The nodes without what stands twice in them: for readers without scripts, and formulas.
    func readable(_ nodes: [HTMLNode]) -> [HTMLNode] {
        FormulaRepetition.removed(from: ScriptFallback.resolved(nodes))
    }

    func fragments(of node: HTMLNode, depth: Int, within ancestors: Set<AllowedElement>) -> [Fragment] {
        switch node {
        case .text(let text):
            return [.text(ancestors.contains(.pre) ? text : Self.collapsed(text))]
        case .element(let name, let given, let children):
            switch Allowlist.treatment(of: name) {
            case .drop: return []
            case .unwrap: return fragments(of: children, depth: depth, within: ancestors)
            case .box: return boxed(children, depth: depth, within: ancestors)
            case .media:
                let link = link(toMedia: name, given, children, within: ancestors)
                let rest = EmbeddedMedia.content(of: children, isLinked: !link.isEmpty)
                return apart(link + fragments(of: rest, depth: depth, within: ancestors))
            case .picture: return picture(children, depth: depth, within: ancestors)
            case .formula: return FormulaBuilder.formula(given, children).map { [.formula($0)] } ?? []
            case .become(let tag):
                guard tag.kind == .inline else { return boxed(children, depth: depth, within: ancestors) }
                return element(tag, given, children, depth: depth, within: ancestors)
            }
        }
    }

    private func element(
        _ tag: AllowedElement, _ given: [String: String], _ children: [HTMLNode], depth: Int,
        within ancestors: Set<AllowedElement>
    ) -> [Fragment] {
        if tag == .lineBreak { return [.element(.init(tag: .lineBreak))] }
        if tag == .image { return image(given).map { [$0] } ?? [] }
        if tag == .ruby { return ruby(children, depth: depth, within: ancestors) }
        var attributes = Allowlist.attributes(of: tag, from: given)
        if tag == .anchor {
            guard let target = given["href"].flatMap({ target(of: $0) }) else {
                return fragments(of: children, depth: depth, within: ancestors)
            }
            if ShareLinks.contains(target) { return [] }
            attributes = link(to: target) + attributes
        }
        let inner = fragments(of: children, depth: depth + 1, within: ancestors.union([tag]))
        // The same element twice around a text says nothing more, and a link in a link is not HTML.
        guard depth < Self.deepest, !ancestors.contains(tag), !Self.isBlank(inner) else { return inner }
        return [.element(.init(tag: tag, attributes: attributes, children: inner))]
    }

    /// The element that is put around each of the blocks that stand in it; `nil` for one that says nothing there.
    func element(aroundBlocks tag: AllowedElement, _ given: [String: String]) -> Fragment.Element? {
        switch tag {
        case .lineBreak, .image, .ruby, .rt, .rp: return nil
        case .anchor:
            guard let target = given["href"].flatMap({ target(of: $0) }), !ShareLinks.contains(target) else {
                return nil
            }
            return .init(tag: tag, attributes: link(to: target) + Allowlist.attributes(of: tag, from: given))
        default: return .init(tag: tag, attributes: Allowlist.attributes(of: tag, from: given))
        }
    }

    private func ruby(_ children: [HTMLNode], depth: Int, within ancestors: Set<AllowedElement>) -> [Fragment] {
        guard depth < Self.deepest, !ancestors.contains(.ruby) else {
            return fragments(of: children, depth: depth, within: ancestors)
        }
        let parts = RubyBuilder(self, depth: depth + 1, within: ancestors).fragments(of: children)
        return Self.isBlank(parts) ? parts : [.element(.init(tag: .ruby, children: parts))]
    }

    /// The link in the place of something embedded.
    func link(
        toMedia name: String, _ given: [String: String], _ children: [HTMLNode], within ancestors: Set<AllowedElement>
    ) -> [Fragment] {
        guard let media = EmbeddedMedia(name, given, children), let address = address(media.address),
            !TrackingPixels.contains(address.text, given), !EmbeddedPages.isUnwanted(address)
        else { return [] }
        let page = EmbeddedPages.page(of: address)
        guard !media.needsFlash || page != address else { return [] }
        let label = Fragment.text(media.label(at: page, in: language))
        guard !ancestors.contains(.anchor) else { return [label] }
        return [.element(.init(tag: .anchor, attributes: link(to: page.text), children: [label]))]
    }

    private func target(of link: String) -> String? {
        let link = AddressEscapes.decoded(link)
        return mailbox(link) ?? address(link)?.text
    }

    private func address(_ link: String) -> WebAddress? {
        WebAddress(link: AddressEscapes.decoded(link), base: base).flatMap { reach.allows($0) ? $0 : nil }
    }

    /// A `mailto:` address (RFC 6068) with what a URI forbids percent-encoded; `nil` for any other.
    private func mailbox(_ link: String) -> String? {
        guard var reference = URIReference.cleaned(link).map({ URIReference($0) }), reference.scheme == "mailto",
            reference.authority == nil
        else { return nil }
        reference.path = PercentEncoding.encoded(reference.path, keeping: .path)
        reference.query = reference.query.map { PercentEncoding.encoded($0, keeping: .query) }
        reference.fragment = nil
        return reference.text
    }

    private func link(to target: String) -> [Fragment.Attribute] {
        [.init(name: "href", value: target), .init(name: "rel", value: "noopener nofollow ugc")]
    }

    /// The picture of a `picture`, whose other sources stand in when its own leads nowhere.
    private func picture(_ children: [HTMLNode], depth: Int, within ancestors: Set<AllowedElement>) -> [Fragment] {
        let sources = children.compactMap { node -> [String: String]? in
            guard case .element("source", let given, _) = node else { return nil }
            return given
        }
        let hasPicture = children.contains { if case .element("img", _, _) = $0 { true } else { false } }
        if !hasPicture, let picture = image([:], sources: sources) { return [picture] }
        return children.flatMap { node -> [Fragment] in
            guard case .element("img", let given, _) = node else {
                return fragments(of: node, depth: depth, within: ancestors)
            }
            return [image(given, sources: sources)].compactMap { $0 }
        }
    }

    /// A picture; none for a tracking pixel.
    private func image(_ given: [String: String], sources: [[String: String]] = []) -> Fragment? {
        if let text = InlineSymbol.text(alternative: given["alt"], classes: given["class"]) { return .text(text) }
        guard pictures.areShown else { return nil }
        let candidates = PictureSources.candidates(given, sources: sources)
        guard
            let address = candidates.lazy.compactMap(address).first(where: { !TrackingPixels.contains($0.text, given) }
            ),
            let source = pictures.source(of: address)
        else { return nil }
        let sizes = ["width", "height"].map { name in given[name].flatMap(TrackingPixels.pixels) }
        var attributes: [Fragment.Attribute] = [
            .init(name: "src", value: source), .init(name: "alt", value: PlainText.line(given["alt"] ?? "")),
            .init(name: "loading", value: "lazy"), .init(name: "referrerpolicy", value: "no-referrer"),
        ]
        if case (let width?, let height?) = (sizes[0], sizes[1]), width < 10_000, height < 10_000 {
            attributes += [.init(name: "width", value: String(width)), .init(name: "height", value: String(height))]
        }
        return .element(.init(tag: .image, attributes: attributes))
    }

    /// What stands in a block, apart from its neighbours; ``PreformattedLines`` has parted those of a preformatted text.
    private func boxed(_ children: [HTMLNode], depth: Int, within ancestors: Set<AllowedElement>) -> [Fragment] {
        let inner = fragments(of: children, depth: depth, within: ancestors)
        return ancestors.contains(.pre) ? inner : apart(inner)
    }

    private func apart(_ fragments: [Fragment]) -> [Fragment] {
        fragments.isEmpty ? [] : [.text(" ")] + fragments + [.text(" ")]
    }

    /// Whether there is nothing to see: no letter and no picture.
    static func isBlank(_ fragments: [Fragment]) -> Bool {
        fragments.allSatisfy { fragment in
            switch fragment {
            case .text(let text): isBlank(text)
            case .formula: false
            case .element(let element):
                element.tag != .image && element.tag != .horizontalRule && isBlank(element.children)
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            PlainText.isSpace(scalar) || scalar.properties.generalCategory == .format
        }
    }

    /// White space as HTML shows it: one space for each run of it; a no-break space is none of it.
    private static func collapsed(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { result in
                var count = 0
                var wasSpace = false
                for byte in bytes {
                    if !(byte.isBlank && wasSpace) {
                        result[count] = byte.isBlank ? 0x20 : byte
                        count += 1
                    }
                    wasSpace = byte.isBlank
                }
                return count
            }
        }
    }
}
