import NewsModel

/// Links and files, which say what they have to say in attributes.
extension DocumentReader {
    /// Reads a link that says its address in an attribute; false for one that says it in its text, as RSS has it.
    mutating func readLink(_ attributes: Attributes, isAtom: Bool) -> Bool {
        guard attributes.count > 0, let href = attributes.value("href"), !href.trimmed.isEmpty else { return false }
        let relation = LinkRelation(attributes.trimmed("rel"))
        guard relation != .other, let address = Reference.resolve(href, base: bases.current) else { return true }
        switch relation {
        case .alternate: setAlternate(address, type: attributes.trimmed("type"))
        case .enclosure: addEnclosure(address, attributes)
        case .replies: if entry.item.discussion == nil, place == .entry { entry.item.discussion = address }
        case .related: if place == .entry, entry.spareLink == nil { entry.spareLink = address }
        case .other: break
        }
        return true
    }

    /// Among several alternates the first page for people wins.
    private mutating func setAlternate(_ address: String, type: Bytes?) {
        let isPage = type.map { $0.ends(withWord: "html") || $0.ends(withWord: "xhtml+xml") } ?? true
        let rank: Rank = isAtom ? (isPage ? .proper : .module) : .module
        if place == .feed { setFeedLink(address, rank) } else { entry.setLink(address, rank) }
    }

    mutating func setSpareLink(_ reference: Bytes) {
        guard place == .entry, entry.spareLink == nil else { return }
        entry.spareLink = Reference.resolve(reference, base: bases.current)
    }

    mutating func readEnclosure(_ attributes: Attributes) {
        guard place == .entry, let url = attributes.value("url") ?? attributes.value("href"),
            let address = Reference.resolve(url, base: bases.current)
        else { return }
        addEnclosure(address, attributes)
    }

    private mutating func addEnclosure(_ address: String, _ attributes: Attributes) {
        guard place == .entry else { return }
        let file = Enclosure(url: address, type: attributes.text("type"), length: attributes.size("length"))
        entry.addEnclosure(file)
    }

    mutating func setPicture(_ reference: Bytes?) {
        guard entry.item.image == nil, let reference else { return }
        entry.item.image = Reference.resolve(reference, base: bases.current)
    }

    /// A file of `media`: a picture stands for the story, a sound or a film belongs to it.
    mutating func readMediaFile(_ attributes: Attributes) {
        guard let url = attributes.value("url"), let address = Reference.resolve(url, base: bases.current) else {
            return
        }
        guard let medium = attributes.trimmed("medium") ?? attributes.trimmed("type") else { return }
        if medium.starts(withWord: "image", at: 0) {
            if entry.item.image == nil { entry.item.image = address }
        } else if medium.starts(withWord: "audio", at: 0) || medium.starts(withWord: "video", at: 0) {
            let file = Enclosure(url: address, type: attributes.text("type"), length: attributes.size("filesize"))
            entry.addMediaFile(file)
        }
    }
}
