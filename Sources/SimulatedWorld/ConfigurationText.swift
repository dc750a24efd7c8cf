/// Writes the `broadsheet.yml` that lists the sources of a world.
struct ConfigurationText {
    let world: [SourceDescription]
    let catalogue: [SimulatedSource]

    /// The source's lines of the list `sources`.
    func sourceList() -> String {
        zip(catalogue, world).map { source, description in
            var lines = [
                "  - \(description.kind): \(source.parameters(at: description.address))",
                "    id: \(source.id)",
                "    title: \(JSONText.quoted(source.title))",
                "    section: \(source.section.rawValue)",
            ]
            if let weight = source.weight { lines.append("    weight: \(weight)") }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Sections in the order of first use.
    func sections() -> String {
        var seen: Set<SimulatedSource.Section> = []
        return catalogue.map(\.section).filter { seen.insert($0).inserted }.map(\.rawValue).joined(separator: ", ")
    }
}

extension SimulatedWorld {
    /// The text of a `broadsheet.yml` that lists all the sources at their addresses.
    ///
    /// Relative paths in it are relative to the file. `concurrency` is how many may be asked at once; `perHost` is
    /// higher than a real site would like, as the world's servers do not mind; `extra` is further lines at the top
    /// level.
    package func configuration(
        title: String = "The Morning Broadsheet", output: String = "public",
        state: String = ".broadsheet/state.sqlite", timeZone: String = "UTC", deadline: Duration = .seconds(4),
        timeout: Duration = .seconds(3), concurrency: Int = 512, perHost: Int = 16,
        extra: String = ""
    ) -> String {
        let list = ConfigurationText(world: sources, catalogue: catalogue)
        return """
            title: \(JSONText.quoted(title))
            timezone: \(timeZone)
            language: en
            output: \(JSONText.quoted(output))
            state: \(JSONText.quoted(state))
            deadline: \(Self.written(deadline))
            fetch: {timeout: \(Self.written(timeout)), retries: 2, concurrency: \(concurrency), per-host: \(perHost)}
            network: {allow-private: true}
            sections: [\(list.sections())]
            \(extra.isEmpty ? "" : extra + "\n")sources:
            \(list.sourceList())

            """
    }

    private static func written(_ duration: Duration) -> String {
        let milliseconds = Int((duration.inSeconds * 1000).rounded())
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}
