/// Elements that stand once more in a `noscript`, for readers whose browser runs no script: as ours.
enum ScriptFallback {
    /// The nodes with each `noscript` taken for the pictures and embedded media in it; where these are what its neighbour
    /// loads late, one of the two stays.
    static func resolved(_ nodes: [HTMLNode]) -> [HTMLNode] {
        guard nodes.contains(where: isFallback) else { return nodes }
        var result: [HTMLNode] = []
        for (index, node) in nodes.enumerated() {
            guard case .element("noscript", _, let children) = node else {
                result.append(node)
                continue
            }
            let media = media(in: escaped(in: children) ?? children).filter { !isPixel($0) }
            let neighbours = [result.last { !isBlank($0) }, nodes[(index + 1)...].first { !isBlank($0) }].compactMap {
                $0
            }
            let known = Set(neighbours.flatMap { sources(of: [$0]) })
            guard !media.isEmpty, sources(of: media).allSatisfy({ !known.contains($0) }) else { continue }
            // A placeholder, whose script would have put the picture into its place.
            if case .element("img", let given, _)? = result.last(where: { !isBlank($0) }), isPlaceholder(given) {
                while let last = result.last, isBlank(last) { result.removeLast() }
                result.removeLast()
            }
            result += media
        }
        return result
    }

    private static func isPixel(_ node: HTMLNode) -> Bool {
        guard case .element(_, let given, _) = node else { return false }
        return TrackingPixels.contains(given["src"] ?? "", given)
    }

    private static func isPlaceholder(_ given: [String: String]) -> Bool {
        let source = (given["src"] ?? "").lowercased()
        let name = source.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        return source.hasPrefix("data:") || placeholders.contains { name.contains($0) }
    }

    private static let placeholders = [
        "placeholder", "blank", "spacer", "lazy", "loading", "loader", "transparent", "pixel", "1x1", "grey", "empty",
    ]

    private static func isFallback(_ node: HTMLNode) -> Bool {
        if case .element("noscript", _, _) = node { return true }
        return false
    }

    private static func isBlank(_ node: HTMLNode) -> Bool {
        if case .text(let text) = node { return text.allSatisfy(\.isWhitespace) }
        return false
    }

    /// What a `noscript` holds whose writer has escaped it once more, as some do for readers that would take it for text.
    private static func escaped(in nodes: [HTMLNode]) -> [HTMLNode]? {
        let text = nodes.reduce(into: "") { text, node in if case .text(let part) = node { text += part } }
        guard text.contains("<"), text.utf8.count <= longestEscaped else { return nil }
        return HTMLNode.nodes(of: text)
    }

    private static let longestEscaped = 4096

    private static func media(in nodes: [HTMLNode]) -> [HTMLNode] {
        nodes.flatMap { node -> [HTMLNode] in
            guard case .element(let name, _, let children) = node else { return [] }
            return mediaNames.contains(name) ? [node] : media(in: children)
        }
    }

    /// The addresses of the pictures and media in nodes, or of so many of these as stand first: what a script loads late is a
    /// picture with what surrounds it, while a neighbour that is never closed holds all that follows.
    private static func sources(of nodes: [HTMLNode]) -> [String] {
        var (found, left) = ([] as [String], mostNodes)
        collectSources(of: nodes, &found, &left)
        return found
    }

    private static func collectSources(of nodes: [HTMLNode], _ found: inout [String], _ left: inout Int) {
        for node in nodes where left > 0 {
            left -= 1
            guard case .element(let name, let given, let children) = node else { continue }
            if mediaNames.contains(name) { found += PictureSources.candidates(given) }
            collectSources(of: children, &found, &left)
        }
    }

    private static let mostNodes = 64

    private static let mediaNames: Set<String> = ["img", "picture", "iframe", "video", "audio", "amp-img"]
}
