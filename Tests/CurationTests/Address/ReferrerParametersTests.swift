import Curation
import Testing

/// Parameters by which publishers and other sites mark who sent a reader, and the forms of one paper.
@Suite struct ReferrerParametersTests {
    @Test(arguments: [
        "ref=letters.example", "ref=the-weekly.example.org", "REF=Weekly.Example", "source=news.blog.example",
        "ref=https%3A%2F%2Fweekly.example%2Fissues%2F7", "via=weekly.example", "ref=xn--zrich-kva.example",
        "maca=de-rss-de-kultur-1234-xml", "origin=feed-top", "channel=de_rss", "src=rss2", "wtrid=rss.top",
        "mktcid=nled", "eref=edition", "af=R", "feedtype=top",
    ])
    func whoSentTheReaderIsNoPartOfTheAddress(query: String) {
        #expect(CanonicalURL.key(of: "https://a.example/storm?\(query)") == "a.example/storm")
        #expect(CanonicalURL.key(of: "https://a.example/storm?id=4&\(query)") == "a.example/storm?id=4")
    }

    @Test(arguments: [
        "ref=main", "ref=v1.2.0", "ref=index.html", "ref=notes.txt", "ref=a.b.7", "ref=.example", "ref=a..example",
        "id=weekly.example", "q=rss", "title=rss-explained", "tag=rss", "file=a-rss", "from=2024-01-31", "ref=b.c",
        "topic=feed-prices",
    ])
    func whatMayNameAPageStays(query: String) {
        #expect(CanonicalURL.key(of: "https://a.example/storm?\(query)") == "a.example/storm?\(query)")
    }

    @Test(arguments: [
        ("https://arxiv.org/abs/2402.01234v3", "arxiv.org/abs/2402.01234"),
        ("http://export.arxiv.org/abs/2402.01234", "arxiv.org/abs/2402.01234"),
        ("https://arxiv.org/pdf/2402.01234v12.pdf", "arxiv.org/abs/2402.01234"),
        ("https://www.arxiv.org/html/2402.01234v1#S3", "arxiv.org/abs/2402.01234"),
        ("https://arxiv.org/abs/math.GT/0309136v2", "arxiv.org/abs/math.GT/0309136"),
        ("https://arxiv.org/list/cs.CL/recent", "arxiv.org/list/cs.CL/recent"),
        (
            "https://www.biorxiv.org/content/10.1101/2024.02.03.512345v2.full.pdf+html",
            "biorxiv.org/content/10.1101/2024.02.03.512345"
        ),
        (
            "https://www.medrxiv.org/content/10.1101/2024.02.03.51234567v1?rss=1",
            "medrxiv.org/content/10.1101/2024.02.03.51234567"
        ),
        ("https://openreview.net/pdf?id=aB3", "openreview.net/forum?id=aB3"),
        ("https://aclanthology.org/2024.acl-long.7.pdf", "aclanthology.org/2024.acl-long.7"),
        ("https://www.preprints.org/manuscript/202402.0123/v2/download", "preprints.org/manuscript/202402.0123"),
        ("https://hal.science/hal-0412345v2/document", "hal.science/hal-0412345"),
        ("https://a.example/abs/2402.01234v3", "a.example/abs/2402.01234v3"),
    ])
    func aPaperIsOneInAllItsVersionsAndForms(address: String, key: String) {
        #expect(CanonicalURL.key(of: address) == key)
    }
}
