import Curation
import Testing

/// Pairs of addresses that name one article, or two.
@Suite struct AddressPairsTests {
    private static let article = "https://gazette.example/a/storm"

    private func same(_ one: String, _ other: String) -> Bool {
        CanonicalURL.key(of: one) == CanonicalURL.key(of: other)
    }

    @Test(arguments: [
        "https://gazette.example/news/amp/storm", "https://gazette.example/amp/news/storm/",
        "https://gazette.example/news/storm/amp/index.html", "https://gazette.example/news/storm?amp",
        "https://gazette.example/news/storm/?_amp=true", "https://amp.gazette.example/news/storm?ampcf=1",
        "https://gazette.example/news/storm?outputType=amp&amp_js_v=0.1", "https://gazette.example/news/storm?view=amp",
        "https://gazette.example/m/news/storm", "https://mobil.gazette.example/news/storm",
        "https://www.m.gazette.example/touch/news/storm", "https://gazette.example/index.php/news/storm",
        "https://amp-viewer.example/amp/s/www.gazette.example/news/storm?usqp=mq331",
        "https://gazette.example/news/storm/default.aspx", "https://gazette.example./news/storm",
        "https://gazette.example/(S(lit3py55t21z5v55vlm25s55))/news/storm",
        "https://gazette.example/news/storm;jsessionid=1F?jsessionid=2", "https://gazette.example/news/storm?print=1",
    ])
    func formsOfAPageAreOneArticle(address: String) {
        #expect(CanonicalURL.key(of: address) == "gazette.example/news/storm")
    }

    @Test(arguments: [
        ("/101~amp.html", "/101.html"), ("/101.amp.html", "/101.html"), ("/101-amp.html", "/101.html"),
        ("/101.amp.php", "/101.php"), ("/101.amp", "/101"),
    ])
    func anEndingThatMarksAMPIsNoPartOfTheName(marked: String, plain: String) {
        #expect(same("https://gazette.example" + marked, "https://gazette.example" + plain))
    }

    @Test(arguments: [
        "utm_source=a&utm_medium=b", "UTM_CAMPAIGN=a", "gad_source=1&gclid=2", "_hsenc=a&_hsmi=2", "hsCtaTracking=a",
        "mc_cid=1&mc_eid=2", "vero_id=a", "oly_enc_id=2", "at_medium=rss&at_campaign=k", "xtor=RSS-3", "wt_zmc=x",
        "cm_mmc=a-_-b", "spm=a2.3", "share_from=app", "sharetype=blocked", "__twitter_impression=true", "igsh=1",
        "sf1234567=1", "source=rss----5a31c", "ref=twitter_share", "src=email", "from=singlemessage", "cid=facebook",
        "amp;utm_source=rss", "srsltid=A", "ttclid=1", "li_fat_id=1", "gaa_at=e", "ICID=ref", "mod=rss", "rss=1",
        "smid=tw-share", "unlocked_article_code=1.a", "guccounter=1", "guce_referrer=a", ".tsrc=rss", "ocid=x",
        "_ga=2.1&_gl=1", "_=17000", "sid=0123456789abcdef0123456789abcdef", "PHPSESSID=ab12", "fref=nf",
        "mtm_source=a", "pk_campaign=a", "itm_source=a", "ns_campaign=a", "cmpid=rss", "intcmp=a", "ito=1490",
        "CMP=twt",
        "share=whatsapp", "replytocom=3", "page=all", "wprov=sfti1", "__s=a", "mkt_tok=b", "trk=feed", "epik=d",
        "elqTrackId=a", "dicbo=v2", "obOrigUrl=true", "tblci=G", "ref_src=twsrc%5Etfw", "fb_comment_id=4",
    ])
    func whatOnlyTracksFallsAway(query: String) {
        #expect(same("\(Self.article)?id=7&\(query)", "\(Self.article)?id=7"))
        #expect(same("\(Self.article)?\(query)&id=7", "\(Self.article)?id=7"))
    }

    /// A number after `sf` and the digits of a session are told from other names and values by their length.
    @Test(arguments: [
        ("sf123=1", true), ("sf12=1", false), ("sf12a=1", false), ("sid=0123456789abcdef0123456789", true),
        ("sid=0123456789abcdef012345678", false), ("sid=0123456789abcdefg123456789", false),
    ])
    func whatIsTooShortToTrackStays(query: String, fallsAway: Bool) {
        #expect(same("\(Self.article)?id=7&\(query)", "\(Self.article)?id=7") == fallsAway)
    }

    @Test(arguments: [
        "id", "p", "v", "page", "story", "article", "newsid", "nid", "aid", "s", "sid", "cid", "ref", "source", "mod",
        "date", "issue", "doc", "q", "t", "tag", "section", "type", "format", "view", "m", "share", "print", "edition",
        "story_fbid", "fbid", "item", "lang", "_id", "utm", "campaigns", "amps", "wtid", "sf", "from", "channel",
    ])
    func whatMayNameTheArticleStays(name: String) {
        #expect(!same("\(Self.article)?\(name)=2026031", "\(Self.article)?\(name)=2026032"))
        #expect(!same("\(Self.article)?\(name)=2026031", Self.article))
    }

    @Test(arguments: [
        "https://www.google.de/url?sa=t&rct=j&url=https%3A%2F%2Fgazette.example%2Fa%2Fstorm&usg=x",
        "https://news.google.com/news/url?sa=T&url=https://gazette.example/a/storm",
        "https://lm.facebook.com/l.php?u=https%3A%2F%2Fgazette.example%2Fa%2Fstorm%3Ffbclid%3D1&h=AT",
        "https://l.instagram.com/?u=https%3A%2F%2Fgazette.example%2Fa%2Fstorm&e=AT",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fgazette.example%2Fa%2Fstorm",
        "https://vk.com/away.php?to=https%3A%2F%2Fgazette.example%2Fa%2Fstorm",
        "https://www.youtube.com/redirect?event=d&q=https%3A%2F%2Fgazette.example%2Fa%2Fstorm",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgazette.example%2Fa%2Fstorm&data=05",
        "https://consent.google.com/ml?continue=https://gazette.example/a/storm&gl=DE",
        "https://gazette.example/consent?redirectUri=%2Fa%2Fstorm",
        "https://gazette.example/gdpr-consent/?next_url=https%3A%2F%2Fwww.gazette.example%2Fa%2Fstorm",
        "https://gazette.example/login?return_to=https%3A%2F%2Fgazette.example%2Fa%2Fstorm",
        "https://href.li/?https://gazette.example/a/storm",
        "https://web.archive.org/web/20260311080000/https://gazette.example/a/storm",
        "https://web.archive.org/web/20260311080000id_/http:/www.gazette.example/a/storm",
        "https://click.mail.example/L0/https:%2F%2Fgazette.example%2Fa%2Fstorm%3Futm_source=x/1/010",
        "https://r.feed.example/out?url=http%3A%2F%2Fb.example%2Furl%3Fq%3Dhttps%253A%252F%252Fgazette.example"
            + "%252Fa%252Fstorm",
        "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a/storm/amp",
        "https://www.google.com/amp/s/amp.gazette.example/a/storm",
    ])
    func aRedirectThatShowsItsTargetIsItsTarget(address: String) {
        #expect(same(address, Self.article))
    }

    @Test(arguments: [
        ("https://t.example/aB3", "https://t.example/aB4"),
        ("https://news.google.com/rss/articles/CBMiA?oc=5", "https://news.google.com/rss/articles/CBMiB?oc=5"),
        ("https://gazette.example/a?source=https://post.example/1", "https://post.example/1"),
        ("https://gazette.example/share?text=https://post.example/1", "https://post.example/1"),
        ("https://gazette.example/url/of/a/storm?u=7", "https://gazette.example/url/of/a/storm?u=8"),
        ("https://gazette.example/#!/story/7", "https://gazette.example/#!/story/8"),
        ("https://gazette.example/#!/story?id=7", "https://gazette.example/#!/story?id=8"),
        ("https://gazette.example/#/story/7", "https://gazette.example/"),
        ("https://gazette.example/a%2Fb", "https://gazette.example/a/b"),
        ("https://gazette.example/a%3Fb", "https://gazette.example/a?b"),
        ("https://gazette.example/A", "https://gazette.example/a"),
        ("https://gazette.example/ramp/1", "https://gazette.example/r/1"),
        ("https://gazette.example/storm-amp", "https://gazette.example/storm"),
        ("https://gazette.example/mobile/phones", "https://gazette.example/phones"),
        ("https://live.gazette.example/1", "https://gazette.example/1"),
        ("https://gazette.example:8080/1", "https://gazette.example/1"),
        ("http://gazette.example:443/1", "http://gazette.example/1"),
        ("https://one.github.io/1", "https://two.github.io/1"),
        ("https://gazette.example/a?x=%26y=1", "https://gazette.example/a?x=&y=1"),
        ("https://gazette.example/1.html", "https://gazette.example/1"),
        ("https://youtu.be/aaaaaaaaaaa", "https://youtu.be/bbbbbbbbbbb"),
    ])
    func whatMayBeTwoArticlesIsTwo(one: String, other: String) {
        #expect(!same(one, other))
    }

    @Test(arguments: [
        ("https://gazette.example/#top", "https://gazette.example"),
        ("https://gazette.example/a#/comments", "https://gazette.example/a"),
        ("https://gazette.example/#!/story/7/", "https://www.gazette.example/#!/story/7?utm_source=x"),
        ("https://gazette.example/#!", "https://gazette.example/"),
        ("https://gazette.example/a?b=1&b=1", "https://gazette.example/a?b=1"),
        ("https://youtu.be/aaaaaaaaaaa?si=x", "https://m.youtube.com/watch?v=aaaaaaaaaaa&t=12s"),
        ("https://mobile.twitter.com/who/status/1?s=20", "https://x.com/who/status/1"),
        ("https://old.reddit.com/r/a/comments/1/b/?share_id=2", "https://www.reddit.com/r/a/comments/1/b"),
        ("https://BÜCHER.example/a", "https://xn--bcher-kva.example/a"),
        ("https://gazette.example/%C3%BC", "https://gazette.example/ü"),
        ("https://gazette.example/a%20b", "https://gazette.example/a b"),
        ("https:\\\\gazette.example\\a\\..\\b", "https://gazette.example/b"),
        ("https://gazette.example/a/%2E%2e/b", "https://gazette.example/b"),
        ("ht\ntps://gaz\tette.example/a", "https://gazette.example/a"),
        ("https:gazette.example/a", "https://gazette.example/a"),
        ("https:////gazette.example/a", "https://gazette.example/a"),
        ("https://user:pw@gazette.example:0443/a", "https://gazette.example/a"),
        ("https://0300.0250.1/a", "https://192.168.0.1/a"),
        ("https://[::ffff:192.168.0.1]/a", "https://[0:0:0:0:0:FFFF:c0a8:1]/a"),
        ("https://ＧＡＺＥＴＴＥ.example/a", "https://gazette.example/a"),
        ("https://gazette。example/a", "https://gazette.example/a"),
    ])
    func spellingsOfOneAddressAreOneArticle(one: String, other: String) {
        #expect(CanonicalURL.key(of: one) != nil)
        #expect(same(one, other))
    }
}
