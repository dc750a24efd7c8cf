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

    /// By which publishers of papers mark their feeds, and under which forms a paper stands with them.
    @Test(arguments: [
        (
            "https://pubmed.ncbi.nlm.nih.gov/38111111/?utm_source=Other&utm_medium=rss&fc=20240101&ff=20240209&v=2.17.8",
            "pubmed.ncbi.nlm.nih.gov/38111111"
        ),
        ("https://www.ncbi.nlm.nih.gov/pubmed/38111111", "pubmed.ncbi.nlm.nih.gov/38111111"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/", "pmc.ncbi.nlm.nih.gov/articles/PMC123"),
        ("https://github.com/anders/abacus?tab=readme-ov-file#use", "github.com/anders/abacus"),
        ("https://github.com/anders/abacus?tab=MIT-1-ov-file", "github.com/anders/abacus"),
        ("https://github.com/anders?tab=stars", "github.com/anders?tab=stars"),
        ("http://dx.doi.org/10.1000/AB.12", "doi.org/10.1000/ab.12"),
        ("https://doi.org/10.48550/arXiv.2402.01234", "arxiv.org/abs/2402.01234"),
        ("http://dx.doi.org/10.48550/ARXIV.2402.01234v2", "arxiv.org/abs/2402.01234"),
        ("https://doi.org/10.5281/zenodo.4711", "zenodo.org/records/4711"),
        ("https://zenodo.org/record/4711", "zenodo.org/records/4711"),
        ("https://arxiv.org/abs/2402.01234?context=cs.AI", "arxiv.org/abs/2402.01234"),
        ("https://papers.example/doi/full/10.1000/x.12", "papers.example/doi/10.1000/x.12"),
        ("https://papers.example/doi/abs/10.1000/x.12?af=R", "papers.example/doi/10.1000/x.12"),
        ("https://papers.example/doi/epdf/10.1000/x.12", "papers.example/doi/10.1000/x.12"),
        ("https://papers.example/doi/10.1000/x.12", "papers.example/doi/10.1000/x.12"),
        ("https://papers.example/doi/suppl/10.1000/x.12", "papers.example/doi/suppl/10.1000/x.12"),
        ("https://papers.example/doi/full/essay", "papers.example/doi/full/essay"),
        (
            "http://biorxiv.org/cgi/content/short/2024.02.03.512345v1?rss=1",
            "biorxiv.org/content/10.1101/2024.02.03.512345"
        ),
        ("https://www.biorxiv.org/content/10.1101/512345.full", "biorxiv.org/content/10.1101/512345"),
        (
            "https://www.medrxiv.org/content/early/2024/02/03/2024.02.03.512345",
            "medrxiv.org/content/10.1101/2024.02.03.512345"
        ),
        ("https://www.biorxiv.org/content/about-us", "biorxiv.org/content/about-us"),
        (
            "https://www.nature.com/articles/s41586-024-1-x?error=cookies_not_supported&code=ab-12",
            "nature.com/articles/s41586-024-1-x"
        ),
        ("https://a.example/x?error=404&code=7", "a.example/x?code=7&error=404"),
    ])
    func aPaperIsOneInTheAddressesOfItsPublisher(address: String, key: String) {
        #expect(CanonicalURL.key(of: address) == key)
    }
}
