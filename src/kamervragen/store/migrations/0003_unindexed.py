from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0002_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unindexed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=80)),
            ],
        ),
    ]
