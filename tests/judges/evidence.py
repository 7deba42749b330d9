"""What other programs make of a sealed bundle: whole as it is, and not with one bit changed."""

import gzip
import hashlib
import json
import logging
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

import bagit
import frictionless
import requests
from rocrate_validator import models, services

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
PROGRAM = sys.argv[1]
HERE = pathlib.Path(__file__).parent
FAULTS = []
AUTHORITY = """[tsa1]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
[ext]
extendedKeyUsage = critical,timeStamping
"""
CONTEXT = "https://w3id.org/ro/crate/1.2/context"


def check(what, is_so, said=""):
    """Notes a fault where something is not so."""
    if not is_so:
        FAULTS.append(f"{what}: {str(said)[-600:]}")


def run(*arguments, **options):
    """Runs a program; what came of it."""
    return subprocess.run([str(it) for it in arguments], capture_output=True, text=True, **options)


def answer_locally():
    """Answers the address of the context of RO-Crate from this folder, and no other address."""
    context = gzip.decompress((HERE / "ro-crate-1.2-context.jsonld.gz").read_bytes())

    def request(_session, _method, url, **_options):
        response = requests.Response()
        response.url = url
        response.status_code = 200 if url == CONTEXT else 404
        response._content = context if url == CONTEXT else b""
        response.headers["Content-Type"] = "application/ld+json"
        return response

    requests.Session.request = request


def dataset(folder):
    """Records with documents beside them."""
    document = "تقرير: وصلت طائرة إلى غاو.\n".encode()
    digest = hashlib.sha256(document).hexdigest()
    records = {
        "type": "FeatureCollection",
        "profile": "sahelscope/1",
        "title": "Gao, غاو",
        "description": "A few records.",
        "sources": [
            {"id": "a", "title": "تقرير", "published": "2022-01-05", "publisher": "X", "language": "ar", "sha256": digest, "file": f"{digest}.txt"},
        ],
        "features": [
            {"type": "Feature", "id": "gao", "geometry": {"type": "Point", "coordinates": [-0.04, 16.27]},
             "properties": {"layer": "delivery", "date": "2022-01-05", "title": "=A \"plane\"\nof two lines", "sources": ["a"],
                            "claims": [{"by": "X", "says": "it came", "source": "a", "target": {"source": f"urn:sha256:{digest}"}}]}},
            {"type": "Feature", "id": "old", "geometry": None, "properties": {"layer": "context", "date": "-0044-03-15", "title": "Ides"}},
            {"type": "Feature", "id": "vague", "geometry": None, "properties": {"layer": "incident", "date": "2022-01~/..", "title": "غير مؤكد"}},
            {"type": "Feature", "id": "undated", "geometry": None, "properties": {"layer": "incident", "date": "some day"}},
        ],
    }
    path = folder / "gao.geojson"
    path.write_text(json.dumps(records, ensure_ascii=False))
    sources = folder / "gao.geojson.sources"
    sources.mkdir()
    (sources / f"{digest}.txt").write_bytes(document)
    return path


def seal(folder, name, *arguments):
    """Seals something; the bundle and the folder that it is unpacked to."""
    bundle = folder / f"{name}.zip"
    done = run(PROGRAM, "seal", *arguments, "-o", bundle)
    check(f"{name}: seal", done.returncode == 0, done.stderr)
    unpacked = folder / name
    with zipfile.ZipFile(bundle) as archive:
        check(f"{name}: archive", archive.testzip() is None)
        archive.extractall(unpacked)
    return bundle, unpacked


def judge_bundle(name, bundle, unpacked):
    """Every judge says that it is whole."""
    done = run(PROGRAM, "verify", bundle)
    check(f"{name}: verify", done.returncode == 0, done.stdout + done.stderr)
    for manifest in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
        done = run("sha256sum", "--strict", "--quiet", "-c", manifest, cwd=unpacked)
        check(f"{name}: sha256sum", done.returncode == 0, done.stderr)
    done = run(sys.executable, "-m", "bagit", "--validate", unpacked)
    check(f"{name}: bagit.py", done.returncode == 0, done.stderr)
    settings = services.ValidationSettings(
        rocrate_uri=str(unpacked / "data"), profile_identifier="ro-crate-1.2", requirement_severity=models.Severity.REQUIRED
    )
    result = services.validate(settings)
    check(f"{name}: rocrate-validator", result.passed(), [issue.message for issue in result.get_issues()])
    report = frictionless.validate(str(unpacked / "data" / "datapackage.json"))
    check(f"{name}: frictionless", report.valid, report.flatten(["rowNumber", "fieldName", "message"]) or report.errors)


def judge_changed_bits(unpacked):
    """One changed bit in any file is found by bagit.py and by verify, which both name the file."""
    for path in sorted(it for it in unpacked.rglob("*") if it.is_file() and it.stat().st_size):
        name = path.relative_to(unpacked).as_posix()
        whole = path.read_bytes()
        changed = bytearray(whole)
        # The last letter of a list is a line break, so that this is in a name or a digest.
        changed[len(whole) // 2] ^= 1
        path.write_bytes(changed)
        done = run(PROGRAM, "verify", unpacked)
        check(f"{name}: verify", done.returncode != 0 and name in done.stdout + done.stderr, done.stdout + done.stderr)
        try:
            bagit.Bag(str(unpacked)).validate()
            check(f"{name}: bagit.py", False, "valid with a changed bit")
        except (bagit.BagError, ValueError) as error:
            is_list = name.startswith(("tagmanifest", "manifest", "bagit.txt"))
            check(f"{name}: bagit.py names it", is_list or name in str(error), error)
        path.write_bytes(whole)
    done = run(PROGRAM, "verify", unpacked)
    check("restored: verify", done.returncode == 0, done.stdout)


def judge_signature(folder, records):
    """ssh-keygen verifies our signature, and we verify one of its own; a key of somebody else is named."""
    for name, bits in (("ed25519", []), ("ecdsa", ["-b", "256"]), ("rsa", ["-b", "2048"])):
        kind = ["-t", name, *bits]
        key = folder / f"key-{name}"
        run("ssh-keygen", "-q", *kind, "-N", "", "-C", "a@b", "-f", key)
        signers = folder / f"signers-{name}"
        signers.write_text(f"a@b namespaces=\"sahelscope-bundle\" {key.with_suffix('.pub').read_text()}")
        # Keys of RSA are taken where somebody signed with them, not to sign with.
        sign = [] if name == "rsa" else ["--sign", key]
        bundle, unpacked = seal(folder, f"signed-{name}", records, *sign)
        covered = unpacked / "tagmanifest-sha256.txt"
        signature = folder / f"{bundle.name}.sig"
        if not sign:
            run("ssh-keygen", "-Y", "sign", "-f", key, "-n", "sahelscope-bundle", covered)
            shutil.move(f"{covered}.sig", signature)
        verified = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "a@b", "-n", "sahelscope-bundle", "-s", signature]
        done = run(*verified, input=covered.read_text())
        check(f"{name}: ssh-keygen", done.returncode == 0, done.stderr)
        done = run(*verified, input=covered.read_text() + " ")
        check(f"{name}: ssh-keygen of another text", done.returncode != 0)
        done = run(PROGRAM, "verify", bundle, "--signers", signers)
        check(f"{name}: verify", done.returncode == 0 and "a@b" in done.stdout, done.stdout + done.stderr)
        run("ssh-keygen", "-Y", "sign", "-f", key, "-n", "sahelscope-bundle", covered)
        done = run(PROGRAM, "verify", bundle, "--signers", signers, "--signature", f"{covered}.sig")
        check(f"{name}: verify of theirs", done.returncode == 0, done.stdout + done.stderr)
        pathlib.Path(f"{covered}.sig").unlink()
        run("ssh-keygen", "-Y", "sign", "-f", key, "-n", "file", covered)
        done = run(PROGRAM, "verify", bundle, "--signature", f"{covered}.sig")
        check(f"{name}: verify of one for something else", done.returncode == 1, done.stdout)
    done = run(PROGRAM, "verify", bundle, "--signers", folder / "signers-ed25519")
    check("another key", done.returncode == 1, done.stdout + done.stderr)
    other = folder / "gao.zip"
    shutil.copy(bundle, other)
    done = run(PROGRAM, "verify", other, "--signers", signers)
    check("no signature", done.returncode == 1, done.stdout)


def judge_stamp(folder, records):
    """An authority of our own answers our query, and openssl verifies its stamp."""
    bundle, unpacked = seal(folder, "stamped", records, "--time-query")
    covered = unpacked / "tagmanifest-sha256.txt"
    query = folder / f"{bundle.name}.tsq"
    theirs = run("openssl", "ts", "-query", "-in", query, "-text").stdout
    digest = hashlib.sha256(covered.read_bytes()).hexdigest()
    shown = "".join(line.split("-", 1)[1].split("   ")[0].replace(" ", "").replace("-", "") for line in theirs.splitlines() if line.startswith("    00"))
    check("query: the digest", digest in shown, theirs)
    check("query: 69 bytes", query.stat().st_size == 69)
    config = folder / "authority.cnf"
    config.write_text(AUTHORITY)
    (folder / "serial").write_text("01\n")

    def openssl(*arguments):
        done = run("openssl", *arguments, cwd=folder)
        check(f"openssl {arguments[0]} {arguments[1]}", done.returncode == 0, done.stderr)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Authority", "-days", "30")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Stamps")
    openssl("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "30", "-extfile", config, "-extensions", "ext")
    stamp = folder / f"{bundle.name}.tsr"
    openssl("ts", "-reply", "-queryfile", query, "-config", config, "-section", "tsa1", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", stamp)
    openssl("ts", "-verify", "-data", covered, "-in", stamp, "-CAfile", "ca.pem")
    done = run(PROGRAM, "verify", bundle)
    check("stamped: verify", done.returncode == 0, done.stdout + done.stderr)


def judge_bags_of_others(folder):
    """Bags that bagit.py makes, with names that it writes in its own way."""
    bag = folder / "theirs"
    bag.mkdir()
    for name in ("a b.txt", "100%25.txt", "تقرير.txt", "two\nlines.txt"):
        (bag / name).write_text(name)
    bagit.make_bag(str(bag), {"Contact-Name": "X"}, checksums=["md5", "sha512"])
    done = run(PROGRAM, "verify", bag)
    check("a bag of bagit.py", done.returncode == 0, done.stdout + done.stderr)
    archive = shutil.make_archive(str(folder / "theirs"), "zip", folder, "theirs")
    done = run(PROGRAM, "verify", archive)
    check("the same in an archive", done.returncode == 0, done.stdout + done.stderr)


def main():
    answer_locally()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        records = dataset(folder)
        bundle, unpacked = seal(folder, "sealed", records)
        judge_bundle("sealed", bundle, unpacked)
        judge_bundle("bundled", *seal(folder, "bundled"))
        judge_changed_bits(unpacked)
        judge_bags_of_others(folder)
        judge_signature(folder, records)
        judge_stamp(folder, records)
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    print(f"judges of evidence: {len(FAULTS)} faults")
    sys.exit(bool(FAULTS))


main()
