import WebText

/// The marks of mobile pages, AMP pages and index pages, and hosts with more than one name.
enum AddressFormTables {
    /// Labels of a host that name an edition for a device.
    static let hostLabels: Set<Substring> = [
        "www", "m", "mobile", "mobil", "mobi", "movil", "amp", "wap", "touch", "pda",
    ]

    /// Hosts under which the very same pages stand as under another.
    static let otherNames: [String: String] = [
        "twitter.com": "x.com", "old.reddit.com": "reddit.com", "new.reddit.com": "reddit.com",
        "np.reddit.com": "reddit.com", "youtube-nocookie.com": "youtube.com", "bbc.co.uk": "bbc.com",
        "edition.cnn.com": "cnn.com", "export.arxiv.org": "arxiv.org", "browse.arxiv.org": "arxiv.org",
        "ar5iv.org": "arxiv.org", "ar5iv.labs.arxiv.org": "arxiv.org", "dx.doi.org": "doi.org",
    ]

    /// Segments of a path that mark an AMP page.
    static let ampSegments: Set<String> = ["amp", "amphtml", "amp.html", "amp.php"]

    /// Segments between `doi` and the number on Atypon's platform (Wiley, ACS, ACM, SAGE, Science, Taylor & Francis and
    /// others): the parts and files of one paper. The abstract's page has one of them or none.
    static let paperForms: Set<String> = [
        "abs", "full", "pdf", "epdf", "epub", "pdfdirect", "pdfplus", "reader", "full-xml", "fullhtml",
    ]

    /// First segments of a path that mark a page for phones.
    static let mobileSegments: Set<String> = ["m", "mobile", "mobil", "touch", "wap"]

    /// Ends of the last segment that mark an AMP page, and what stands there on the plain page.
    static let ampEndings: KeyValuePairs<String, String> = [
        ".amp.html": ".html", ".amp.htm": ".htm", ".amp.php": ".php", ".amp": "", "-amp.html": ".html",
        "_amp.html": ".html", "~amp.html": ".html", "-amp.htm": ".htm",
    ]

    /// Last segments that a server takes for the folder itself.
    static let indexPages = Set(WordList.words(PackageResources.index_pages_txt))

    /// Parameters of a path segment that carry a session.
    static let sessionPrefixes = ["jsessionid=", "phpsessid=", "sessionid=", "sid="]
}
