/// The modules that feeds of all formats use.
enum ModuleReader {
    static func meaning(of element: Element, in place: Place) -> Meaning {
        switch element.module {
        case .core, .foreign, .rdf: .ignored
        case .atom: atom(element.name, in: place)
        case .content: element.name == .encoded && place == .entry ? .field(.content) : .ignored
        case .dublinCore: place == .entry || place == .feed ? dublinCore(element.name, in: place) : .ignored
        case .terms: place == .entry || place == .feed ? terms(element.name, in: place) : .ignored
        case .media: media(element.name, in: place)
        case .itunes: itunes(element.name, in: place)
        case .feedburner: element.name == .origlink && place == .entry ? .field(.originalLink) : .ignored
        case .syndication: place == .feed ? syndication(element.name) : .ignored
        case .slash: element.name == .comments && place == .entry ? .field(.commentCount) : .ignored
        case .thread: element.name == .total && place == .entry ? .field(.commentCount) : .ignored
        case .xhtml: element.name == .body && place == .entry ? .field(.spareContent) : .ignored
        }
    }

    /// Atom in a feed of another format; what the format has a word for itself, it says itself.
    private static func atom(_ name: Element.Name, in place: Place) -> Meaning {
        switch (place, name) {
        case (.feed, .link), (.entry, .link): .field(.atomLink)
        case (.feed, .title), (.entry, .title): .field(.moduleTitle)
        case (.feed, .subtitle): .field(.moduleSummary)
        case (.feed, .updated): .field(.moduleUpdated)
        case (.feed, _): .ignored
        case (.entry, .summary): .field(.moduleSummary)
        case (.entry, .published): .field(.modulePublished)
        case (.entry, .id): .ignored
        default: AtomReader.meaning(of: name, in: place)
        }
    }

    private static func dublinCore(_ name: Element.Name, in place: Place) -> Meaning {
        switch name {
        case .title: .field(.moduleTitle)
        case .description: .field(.moduleSummary)
        case .date: .field(place == .feed ? .moduleUpdated : .modulePublished)
        case .language: .field(.language)
        case .creator, .author: place == .entry ? .field(.author) : .ignored
        case .subject: place == .entry ? .field(.category) : .ignored
        default: .ignored
        }
    }

    private static func terms(_ name: Element.Name, in place: Place) -> Meaning {
        switch name {
        case .issued, .created: .field(place == .feed ? .moduleUpdated : .modulePublished)
        case .modified: .field(place == .feed ? .updated : .moduleUpdated)
        default: .ignored
        }
    }

    private static func media(_ name: Element.Name, in place: Place) -> Meaning {
        guard place == .entry || place == .group || place == .mediaFile else { return .ignored }
        switch name {
        case .title where place == .mediaFile: return .ignored
        case .group: return .enter(.group)
        case .title: return .field(.spareTitle)
        case .description: return .field(.spareSummary)
        case .thumbnail: return .field(.picture)
        case .content: return .field(.mediaFile)
        case .category: return .field(.category)
        case .keywords: return .field(.keywords)
        default: return .ignored
        }
    }

    private static func itunes(_ name: Element.Name, in place: Place) -> Meaning {
        switch (place, name) {
        case (.feed, .summary), (.feed, .subtitle): .field(.spareSummary)
        case (.entry, .title): .field(.spareTitle)
        case (.entry, .summary), (.entry, .subtitle): .field(.spareSummary)
        case (.entry, .author): .field(.spareAuthor)
        case (.entry, .image): .field(.picture)
        case (.entry, .keywords): .field(.keywords)
        default: .ignored
        }
    }

    private static func syndication(_ name: Element.Name) -> Meaning {
        switch name {
        case .updateperiod: .field(.updatePeriod)
        case .updatefrequency: .field(.updateFrequency)
        default: .ignored
        }
    }
}
